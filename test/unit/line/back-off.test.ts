import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOffDelay, LOST, REFUSED } from '../../../src-renderer/line/back-off';

describe('back-off', () => {
  test('doubles from the first retry up to its cap', () => {
    expect(Array.from({ length: 9 }, (_, attempt) => backOffDelay(LOST, attempt, () => 1))).toEqual([
      300, 600, 1200, 2400, 4800, 9600, 19200, 20000, 20000,
    ]);
    expect(Array.from({ length: 5 }, (_, attempt) => backOffDelay(REFUSED, attempt, () => 1))).toEqual([
      30_000, 60_000, 120_000, 240_000, 300_000,
    ]);
  });

  test('is up to a quarter shorter at random, and never more than the cap, after however many attempts', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const longest = backOffDelay(LOST, attempt, () => 1);
        const delay = backOffDelay(LOST, attempt, () => random);
        return longest <= LOST.cap && delay <= longest && delay >= longest * 0.75;
      }),
    );
  });
});
