import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HandlerEvent } from '../../../src-main/cef/call-back-handler/events.ts';
import { emptyHandler } from '../../../src-main/cef/call-back-handler/handler-state.ts';
import { reduceHandler } from '../../../src-main/cef/call-back-handler/reduce.ts';
import type { CallBackRequest } from '../../../src-main/cef/ports.ts';
import type { ServiceParameters } from '../../../src-main/contract/service-parameters.ts';

export type Cut =
  /** Before (even) or after (odd) a statement of SQL, counted from the first. */
  | { readonly kind: 'statement'; readonly point: number }
  /** So long after the database was opened, in milliseconds, wherever that may be. */
  | { readonly kind: 'time'; readonly milliseconds: number };

/** What is known of a process that was killed. */
export interface Wreck {
  readonly folder: string;
  readonly database: string;
  /** It came to the end before it was killed. */
  readonly isDone: boolean;
  /** The store as it was before what was heard last, and as it had to be after it. */
  readonly before: readonly CallBackRequest[];
  readonly after: readonly CallBackRequest[];
  /** Something was told of what was heard last: it had to be on the disk by then. */
  readonly isTold: boolean;
  readonly now: number;
}

/** Lets a process go through a story, and kills it. */
export async function cutPower(
  script: string,
  story: string,
  parameters: ServiceParameters,
  folder: string,
  cut: Cut,
): Promise<Wreck> {
  const [database, log] = [join(folder, 'callmanager.db'), join(folder, 'log')];
  const point = cut.kind === 'statement' ? [String(cut.point)] : [];
  const child = spawn(process.execPath, [script, database, story, log, ...point], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  if (cut.kind === 'time') {
    while (!existsSync(log) && child.exitCode === null) await pause(1);
    await pause(cut.milliseconds);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  if (code !== null && code !== 0) throw new Error(`the process ended with ${code} before it was killed`);
  return { folder, database, ...read(readFileSync(log, 'utf8').split('\n'), parameters) };
}

/** Goes through what was heard with the handler alone. */
function read(lines: readonly string[], parameters: ServiceParameters): Omit<Wreck, 'folder' | 'database'> {
  let state = emptyHandler(parameters);
  const store = new Map<string, CallBackRequest>();
  let before: readonly CallBackRequest[] = [];
  let isTold = false;
  let now = 0;
  // The last line may be cut off; it is then one that had not been written.
  for (const line of lines.slice(0, -1)) {
    if (line.startsWith('told')) isTold = true;
    if (!line.startsWith('heard')) continue;
    const heard = JSON.parse(line.slice('heard '.length)) as { readonly event: HandlerEvent; readonly now: number };
    now = heard.now;
    before = [...store.values()];
    isTold = false;
    const after = reduceHandler(state, heard.event, heard.now);
    state = after.state;
    for (const effect of heard.event.kind === 'restored' ? [] : after.effects) {
      if (effect.kind === 'save') store.set(`${effect.request.device} ${effect.request.called}`, effect.request);
      if (effect.kind === 'remove') store.delete(`${effect.device} ${effect.called}`);
    }
  }
  return { isDone: lines.includes('done'), before, after: [...store.values()], isTold, now };
}
