import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { earlierOf, RollingFile } from '../../../src-main/app/rolling-file';
import { systemClock } from '../../../src-main/base/system-clock';
import { ManualClock } from '../../support/manual-clock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolling-'));
  file = join(folder, 'logs', 'callback-phone.log');
});
// The last write of a test may still be under way.
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

const lines = (from: string): readonly string[] => readFileSync(from, 'utf8').split('\n').slice(0, -1);

test('the log of the run before is kept beside the new one', async () => {
  new RollingFile(file, 1000, systemClock).write('the last words before a crash');
  await expect.poll(() => lines(file)).toEqual(['the last words before a crash']);
  new RollingFile(file, 1000, systemClock).write('a new run');
  await expect.poll(() => lines(file)).toEqual(['a new run']);
  expect(earlierOf(file)).toBe(join(folder, 'logs', 'callback-phone.previous.log'));
  expect(lines(earlierOf(file))).toEqual(['the last words before a crash']);
});

test('a full file makes room, no line is lost on the way, and there are never more than two', async () => {
  const log = new RollingFile(file, 20, systemClock);
  for (let count = 1; count <= 3; count++) log.write(`line ${count} of a day`);
  await expect.poll(() => lines(file)).toEqual(['line 3 of a day']);
  expect(lines(earlierOf(file))).toEqual(['line 1 of a day', 'line 2 of a day']);
  expect(readdirSync(join(folder, 'logs'))).toHaveLength(2);
});

test('what is to be kept survives a flood, once in the two files, and in its order', async () => {
  const log = new RollingFile(file, 100, systemClock);
  log.write('the app starts', true);
  log.write('an alarm', true);
  for (let count = 1; count <= 40; count++) log.write(`flood, line ${count} of it, long`);
  const found = (): unknown => {
    const both = [...lines(earlierOf(file)), ...lines(file)];
    return [both.includes('flood, line 40 of it, long'), both.filter((line) => !line.startsWith('flood'))];
  };
  await expect.poll(found, { timeout: 4000 }).toEqual([true, ['the app starts', 'an alarm']]);
});

test('a place that cannot be written stops nobody, and is told once', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  // Neither can be written, nor put aside.
  for (const taken of [file, join(earlierOf(file), 'something')]) mkdirSync(taken, { recursive: true });
  const log = new RollingFile(file, 20, systemClock);
  for (let count = 0; count < 5; count++) log.write('a line that is longer than twenty bytes');
  await expect.poll(() => told.mock.calls.length).toBe(1);
  log.write('and one more');
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

test('a disk that takes lines again is told how many are missing', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  mkdirSync(file, { recursive: true });
  mkdirSync(earlierOf(file), { recursive: true });
  writeFileSync(join(earlierOf(file), 'something'), '');
  const clock = new ManualClock();
  const works: boolean[] = [];
  const log = new RollingFile(file, 1000, clock, (does) => works.push(does));
  log.write('first');
  await expect.poll(() => works).toEqual([false]);
  log.write('second');
  clock.pass(2000);
  // It has been tried, in vain, once there is another try to wait for.
  await expect.poll(() => clock.pending).toBe(1);
  log.write('third');
  rmSync(file, { recursive: true });
  clock.pass(2000);
  await expect.poll(() => works).toEqual([false, true]);
  log.write('fourth');
  await expect
    .poll(() => lines(file))
    .toEqual([
      expect.stringMatching(/ ALARM Log LinesLost: 3 lines are missing, since the disk took nothing$/),
      'fourth',
    ]);
  told.mockRestore();
});
