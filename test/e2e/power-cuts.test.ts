import { expect, test } from 'vitest';
import { cutManyTimes } from '../support/power-cut/cut-many-times.ts';

// 220 cuts of the service, and 20 of the whole app: npm run test:power-cuts
test('fifteen power cuts in a busy day of the service: nothing that was told is lost', { retry: 0 }, async () => {
  expect(await cutManyTimes(15, { seed: Date.now() % 1_000_000 })).toMatchObject({ cuts: 15 });
});
