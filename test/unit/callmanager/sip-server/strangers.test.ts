import { expect, test } from 'vitest';
import { Strangers } from '../../../../src-main/callmanager/sip-server/strangers';
import { ManualClock } from '../../../support/manual-clock';

/** Opens so many, and tells which of them were closed, by the order in which they came. */
function opened(count: number, isOurs: (at: number) => boolean = () => false) {
  const clock = new ManualClock();
  const strangers = new Strangers(clock);
  const closed: number[] = [];
  const known = Array.from({ length: count }, (_, at) => strangers.add(() => closed.push(at), isOurs(at)));
  return { clock, closed, known };
}

test('who shows no password within half a minute is closed, and who does, or is gone, is not', () => {
  const { clock, closed, known } = opened(3);
  known[1]?.();
  clock.pass(29_999);
  expect(closed).toEqual([]);
  clock.pass(1);
  expect([closed, clock.pending]).toEqual([[0, 2], 0]);
});

test('who comes when there are too many takes the place of who has waited longest', () => {
  expect(opened(130).closed).toEqual([0, 1]);
});

test('our own line page is the last to go', () => {
  expect(opened(130, (at) => at === 0).closed).toEqual([1, 2]);
  expect(opened(129, () => true).closed).toEqual([0]);
});
