import { expect, test } from 'vitest';
import { Tidying } from '../../../src-renderer/line/tidying';
import { FakeClock } from './fake-clock';

function tidying() {
  const clock = new FakeClock();
  const page = { calls: 0, collected: 0 };
  const collect = (): void => {
    page.collected += 1;
  };
  return { clock, page, tidy: new Tidying(collect, clock, () => page.calls > 0) };
}

test('a call is tidied up after once SIP has forgotten it', async () => {
  const { clock, page, tidy } = tidying();
  tidy.callEnded();
  await clock.pass(39_999);
  expect(page.collected).toBe(0);
  await clock.pass(1);
  expect(page.collected).toBe(1);
});

test('of calls in a row every eighth is tidied up after at once, and the last like a single one', async () => {
  const { clock, page, tidy } = tidying();
  for (let ended = 1; ended <= 17; ended++) {
    tidy.callEnded();
    await clock.pass(1000);
  }
  expect(page.collected).toBe(2);
  await clock.pass(40_000);
  expect(page.collected).toBe(3);
});

test('nobody who talks waits for it: it is done when that call ends too', async () => {
  const { clock, page, tidy } = tidying();
  page.calls = 1;
  for (let ended = 1; ended <= 9; ended++) {
    tidy.callEnded();
    await clock.pass(1000);
  }
  expect(page.collected).toBe(0);
  page.calls = 0;
  tidy.callEnded();
  await clock.pass(0);
  expect(page.collected).toBe(1);
});
