import { expect, test } from 'vitest';
import { cutManyTimes } from '../support/power-cut/cut-many-times.ts';

test('220 power cuts in a busy day, at statements and at moments: nothing that was told is lost', async () => {
  const { cuts, inTheMiddle } = await cutManyTimes(220, { seed: Date.now() % 1_000_000 });
  expect(cuts).toBe(220);
  expect(inTheMiddle, 'cuts between what was heard and what was told').toBeGreaterThan(20);
});
