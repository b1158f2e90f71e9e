import { expect, test } from 'vitest';
import { Nonces } from '../../../../src-main/callmanager/sip-server/nonces';

const clockAt = (time: { now: number }) => ({ now: () => time.now, after: () => () => {} });

test('each count of a nonce can be used once, and only upwards', () => {
  const nonces = new Nonces(clockAt({ now: 0 }));
  const nonce = nonces.issue();
  expect([1, 1, 5, 4, 6, 0].map((count) => nonces.use(nonce, count))).toEqual([true, false, true, false, true, false]);
  expect(nonces.use('not ours', 1)).toBe(false);
});

test('a nonce expires', () => {
  const time = { now: 0 };
  const nonces = new Nonces(clockAt(time), 1_000);
  const nonce = nonces.issue();
  time.now = 1_000;
  const before = nonces.use(nonce, 1);
  time.now = 1_001;
  expect([before, nonces.use(nonce, 2)]).toEqual([true, false]);
});

test('no more than so many are remembered, the newest', () => {
  const nonces = new Nonces(clockAt({ now: 0 }), 1_000, 3);
  const issued = Array.from({ length: 5 }, () => nonces.issue());
  expect(issued.map((nonce) => nonces.use(nonce, 1))).toEqual([false, false, true, true, true]);
});
