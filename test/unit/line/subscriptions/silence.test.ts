import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settled } from '../fake-clock';
import { watching } from './watch-story';

// Timers F and N are SIP.js's own.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a SUBSCRIBE that nobody answers is lost after 32 seconds, and tried again', async () => {
  const { server, clock, seen } = await watching();
  vi.advanceTimersByTime(31_999);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(1);
  await settled();
  await clock.pass(1500);
  expect([seen, server.asked.length]).toEqual([['lost'], 2]);
});

test('a subscription that no NOTIFY follows is lost after 32 seconds, and tried again', async () => {
  const { server, clock, seen } = await watching();
  await server.answer(200, ['Expires: 3600']);
  vi.advanceTimersByTime(32_000);
  await settled();
  await clock.pass(1500);
  expect([seen, server.asked.length]).toEqual([['active', 'lost'], 2]);
});
