import { expect, test } from 'vitest';
import { within } from '../../../src-renderer/line/clock';
import { FakeClock } from './fake-clock';

test('what comes in time is taken, and its timer is gone', async () => {
  const clock = new FakeClock();
  expect(await within(clock, 1000, Promise.resolve('here'), 'late')).toBe('here');
  expect(clock.waiting).toEqual([]);
});

test('what does not come is late', async () => {
  const clock = new FakeClock();
  const outcome = within(clock, 1000, new Promise(() => {}), 'late');
  await clock.pass(1000);
  expect(await outcome).toBe('late');
});

test('what fails in time has failed', async () => {
  await expect(within(new FakeClock(), 1000, Promise.reject(new Error('no')), 'late')).rejects.toThrow('no');
});
