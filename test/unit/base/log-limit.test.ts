import { expect, test } from 'vitest';
import { LogLimit } from '../../../src-main/base/log-limit';
import { ManualClock } from '../../support/manual-clock';

test('a line a second of each kind, the rest counted every ten seconds and at the end', () => {
  let now = 0;
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(`${now / 1000} ${line}`);
  const limit = new LogLimit({ now: () => now });
  limit.write('other', 'another kind', write);
  for (; now < 12_000; now += 125) limit.write('INVITE', 'refused', write);
  limit.flush(write);
  limit.flush(write);
  expect(lines).toEqual([
    '0 another kind',
    ...Array.from({ length: 11 }, (_, second) => `${second} refused`),
    '11 INVITE: … and 77 more in the last 11 s',
    '11 refused',
    '12 INVITE: … and 7 more in the last 1 s',
  ]);
});

test('a few may come at once after quiet, and a clock that is set back stops nothing for longer than a second', () => {
  let now = 100_000;
  let count = 0;
  const limit = new LogLimit({ now: () => now }, 3);
  const send = (): void => {
    for (let sent = 0; sent < 10; sent++) limit.write('kind', 'line', () => count++);
  };
  send();
  expect(count).toBe(3);
  now = 0;
  send();
  now = 1000;
  send();
  expect(count).toBe(4);
});

test('a count is told once it is due, although nobody sends another line', () => {
  const clock = new ManualClock();
  const lines: string[] = [];
  const limit = new LogLimit(clock);
  for (let sent = 0; sent < 5; sent++) limit.write('INVITE', 'refused', (line) => lines.push(line));
  clock.pass(60_000);
  expect([lines, clock.pending]).toEqual([['refused', 'INVITE: … and 4 more in the last 10 s'], 0]);
});
