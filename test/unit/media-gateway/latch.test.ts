import { expect, test } from 'vitest';
import {
  destination,
  expecting,
  heard,
  isWelcome,
  type Latch,
  OPEN_LATCH,
} from '../../../src-main/media-gateway/latch';
import { SilenceWatch } from '../../../src-main/media-gateway/silence-watch';
import { ManualClock } from '../../support/manual-clock';

const named = { host: '10.0.0.7', port: 4_000 };
const behindNat = { host: '203.0.113.7', port: 61_000 };
const stranger = { host: '198.51.100.1', port: 5_000 };
const other = { host: '10.0.0.8', port: 4_000 };

const offered = expecting(OPEN_LATCH, named);
const welcome = (latch: Latch, now: number) => [named, behindNat, stranger].map((from) => isWelcome(latch, from, now));

test('before a description nobody is heard', () => {
  expect([welcome(OPEN_LATCH, 0), destination(OPEN_LATCH)]).toEqual([[false, false, false], null]);
});

test('behind a NAT the first who speaks is the far end, and nobody takes the call from it while it speaks', () => {
  const latched = heard(offered, behindNat, 1_000);
  expect([destination(offered), destination(latched)]).toEqual([named, behindNat]);
  expect([welcome(offered, 0), welcome(latched, 1_500), welcome(latched, 3_001)]).toEqual([
    [true, true, true],
    [true, true, false],
    [true, true, true],
  ]);
});

test('a phone that rang with a voice does not talk on when another has answered, not even after a silence', () => {
  const ringing = heard(offered, named, 0);
  const answered = expecting(ringing, other);
  expect([isWelcome(answered, named, 10), isWelcome(answered, other, 10), isWelcome(answered, named, 60_000)]).toEqual([
    false,
    true,
    false,
  ]);
  // The call is given back to the first one.
  expect(isWelcome(expecting(heard(answered, other, 20), named), named, 30)).toBe(true);
});

test('on hold by an address of nothing we speak to nobody, and hear whom we heard', () => {
  const held = expecting(heard(offered, behindNat, 0), null);
  expect([destination(held), isWelcome(held, behindNat, 10), isWelcome(held, stranger, 60_000)]).toEqual([
    null,
    true,
    false,
  ]);
  expect(destination(expecting(held, named))).toEqual(named);
});

test('silence is told once, and its end; nobody on hold owes us a voice', () => {
  const clock = new ManualClock();
  const told: boolean[] = [];
  const watch = new SilenceWatch(clock, (silent) => told.push(silent));
  watch.expect(true);
  clock.pass(7_500);
  watch.heard();
  clock.pass(7_500);
  expect(told).toEqual([]);
  clock.pass(10_000);
  watch.heard();
  watch.expect(false);
  clock.pass(60_000);
  expect(told).toEqual([true, false]);
  watch.expect(true);
  clock.pass(9_000);
  watch.expect(false);
  watch.dispose();
  expect([told, clock.pending]).toEqual([[true, false, true, false], 0]);
});
