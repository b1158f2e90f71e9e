import { expect, test } from 'vitest';
import { crashed, NO_CRASHES } from '../../../src-main/app/reload-pause';

const pauses = (...times: readonly number[]): readonly number[] => {
  let crashes = NO_CRASHES;
  return times.map((time) => {
    crashes = crashed(crashes, time * 1000);
    return crashes.pause;
  });
};

test('a page that crashes now and then is loaded again at once, one that does nothing else after longer and longer pauses', () => {
  expect([pauses(0, 100, 200, 300), pauses(0, 1, 2, 3, 6, 11, 20, 37), pauses(0, 1, 2, 3, 100)]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 2000, 4000, 8000, 16_000, 30_000],
    [0, 0, 0, 2000, 0],
  ]);
});
