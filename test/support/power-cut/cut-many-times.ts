import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readStory } from '../../../src-main/app/recording/read-story.ts';
import { bundle } from '../../bundle.mjs';
import { checkWreck } from './check-wreck.ts';
import { type Cut, cutPower } from './power-cut.ts';

const root = resolve(import.meta.dirname, '../../..');
const story = join(root, 'test/fixtures/stories/a-busy-day.jsonl');
/** So many cuts at once: one waits for the disk while the other counts. */
const AT_ONCE = 2;

export interface ManyCuts {
  readonly cuts: number;
  /** How many fell after something was heard, and before anything was told of it. */
  readonly inTheMiddle: number;
}

/**
 * Cuts the power of the service in the middle of a recorded day, each time with a new database, and checks what is left. Half
 * of the cuts fall at a statement of SQL, half at a moment.
 *
 * @param seed chooses where
 * @throws Error that names the cut at which something was lost
 */
export async function cutManyTimes(count: number, { seed }: { readonly seed: number }): Promise<ManyCuts> {
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-power-cuts-'));
  const out = mkdtempSync(join(root, 'node_modules', '.bundled-'));
  const read = readStory(readFileSync(story, 'utf8'));
  if (!read.ok || read.value[0]?.record !== 'start') throw new Error('the story cannot be read');
  const { parameters } = read.value[0];
  try {
    const script = await bundle(root, 'test/support/power-cut/story-process.ts', out);
    const whole = await wholeDay(script, folder);
    const random = randomFrom(seed);
    const cuts = Array.from({ length: count }, (_, index): Cut => {
      const part = random();
      return index % 2 === 0
        ? { kind: 'statement', point: Math.floor(part * whole.points) }
        : { kind: 'time', milliseconds: part * whole.milliseconds };
    });
    let inTheMiddle = 0;
    const work = async (first: number): Promise<void> => {
      for (let index = first; index < count; index += AT_ONCE) {
        const cut = cuts[index];
        if (!cut) continue;
        const own = mkdtempSync(join(folder, 'cut-'));
        const wreck = await cutPower(script, story, parameters, own, cut);
        await checkWreck(wreck, parameters).catch((error: unknown) => {
          throw new Error(`seed ${seed}, cut ${index} (${JSON.stringify(cut)}): ${String(error)}`);
        });
        if (!wreck.isTold && !wreck.isDone) inTheMiddle += 1;
        rmSync(own, { recursive: true });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => work(first)));
    return { cuts: count, inTheMiddle };
  } finally {
    for (const made of [folder, out]) rmSync(made, { recursive: true, force: true });
  }
}

/** How long the day lasts when nobody cuts it, in milliseconds, and at how many points of its SQL it may be cut. */
async function wholeDay(script: string, folder: string) {
  const log = join(folder, 'whole.log');
  const child = spawn(process.execPath, [script, join(folder, 'whole.db'), story, log], { stdio: 'inherit' });
  while (!existsSync(log)) await pause(1);
  const openedAt = performance.now();
  await once(child, 'exit');
  const points = /^points (\d+)$/m.exec(readFileSync(log, 'utf8'))?.[1];
  if (points === undefined) throw new Error('the day did not come to its end');
  return { milliseconds: performance.now() - openedAt, points: Number(points) };
}

/** mulberry32: the same numbers from the same seed, each of 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
