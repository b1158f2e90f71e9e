import { expect, test } from 'vitest';
import { UnopenedLinks } from '../../../../src-main/base/link/unopened-links';
import { ManualClock } from '../../../support/manual-clock';

const HERE = '127.0.0.1';

test('eight may be unopened at once, and after that one more comes in each second', () => {
  const clock = new ManualClock();
  const links = new UnopenedLinks(clock);
  const enter = (count: number) => Array.from({ length: count }, () => links.enter(HERE));
  const entries = enter(9);
  expect(entries.map((entry) => entry !== null)).toEqual([...Array(8).fill(true), false]);
  for (const entry of entries) entry?.closed();
  expect(links.enter(HERE)).toBeNull();
  expect(links.enter('127.0.0.2')).not.toBeNull();
  clock.pass(1000);
  expect(enter(2).map((entry) => entry !== null)).toEqual([true, false]);
});

test('whoever opens the link uses nothing up, and an address that is quiet again is forgotten', () => {
  const clock = new ManualClock();
  const links = new UnopenedLinks(clock);
  for (let count = 0; count < 50; count += 1) {
    const entry = links.enter(HERE);
    entry?.opened();
    entry?.closed();
    expect(entry).not.toBeNull();
  }
  clock.pass(1000);
  expect(clock.pending).toBe(0);
});
