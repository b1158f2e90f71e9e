import { expect, test } from 'vitest';
import { Nonces } from '../../../../src-main/callmanager/sip-server/nonces';

test('each count of a nonce can be used once, and only upwards', () => {
  const nonces = new Nonces({ now: () => 0 });
  const nonce = nonces.issue();
  expect([1, 1, 5, 4, 6, 0].map((count) => nonces.use(nonce, count))).toEqual([true, false, true, false, true, false]);
});

test('what is not ours, or was changed on the way, is none', () => {
  const nonces = new Nonces({ now: () => 5000 });
  const nonce = nonces.issue();
  const younger = nonce.replace(/^.{12}/, (5001).toString(16).padStart(12, '0'));
  const others = new Nonces({ now: () => 5000 }).issue();
  expect(['not ours', '', younger, others, nonce.toUpperCase(), nonce].map((text) => nonces.use(text, 1))).toEqual([
    ...[false, false, false, false, false],
    true,
  ]);
});

test('a nonce expires', () => {
  let now = 0;
  const nonces = new Nonces({ now: () => now }, 1_000);
  const nonce = nonces.issue();
  now = 1_000;
  const before = nonces.use(nonce, 1);
  now = 1_001;
  expect([before, nonces.use(nonce, 2)]).toEqual([true, false]);
});

test('whoever asks for any number of them takes none away from others', () => {
  const nonces = new Nonces({ now: () => 0 }, 1_000, 3);
  const first = nonces.issue();
  for (let count = 0; count < 10_000; count += 1) nonces.issue();
  expect(nonces.use(first, 1)).toBe(true);
});

test('of those that were used no more than so many are remembered, and what is forgotten cannot be used again', () => {
  let now = 0;
  const nonces = new Nonces({ now: () => now }, 1_000, 3);
  const issued = Array.from({ length: 5 }, () => {
    now += 1;
    return nonces.issue();
  });
  expect([1, 1, 2].map((count) => issued.map((nonce) => nonces.use(nonce, count)))).toEqual([
    [true, true, true, true, true],
    [false, false, false, false, false],
    [false, false, true, true, true],
  ]);
});
