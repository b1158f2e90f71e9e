import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killAll, processTree } from '../support/processes.ts';
import { BARE } from './bare-window.ts';

export interface StartedApp {
  /** The first of its processes. */
  readonly pid: number;
  /** From its exec to the line that says it is ready. Milliseconds. */
  readonly milliseconds: number;
  /** Ends it by force, and its profile with it. */
  end(): Promise<void>;
}

/** What says that three idle phones are registered and painted. */
const OURS_READY = /every phone is registered and shown/;

export const startOurs = (): Promise<StartedApp> => startElectron(process.cwd(), OURS_READY);

/** An Electron app with one empty window. */
export async function startBare(): Promise<StartedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-bare-'));
  writeFileSync(join(folder, 'package.json'), '{"name":"bare","main":"main.js"}');
  writeFileSync(join(folder, 'main.js'), BARE);
  const app = await startElectron(folder, /^READY$/);
  rmSync(folder, { recursive: true });
  return app;
}

async function startElectron(folder: string, ready: RegExp): Promise<StartedApp> {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-bench-'));
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
  const switches = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--user-data-dir=${profile}`,
  ];
  const started = performance.now();
  const child = spawn(electron, [...switches, folder, '--demo'], { stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const line of createInterface({ input: child.stderr })) if (ready.test(line)) break;
  return {
    pid: child.pid ?? -1,
    milliseconds: performance.now() - started,
    end: async () => {
      await endByForce(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Resolves when it and all that it has started have been killed. */
export async function endByForce(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  killAll(processTree(child.pid ?? -1));
  await gone;
}
