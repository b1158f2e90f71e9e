import { expect, test } from 'vitest';
import { FairShare, strangersBudget } from '../../../../src-main/callmanager/sip-server/fair-share';
import { ManualClock } from '../../../support/manual-clock';

/** What becomes of so many messages at once, counted. */
const flood = (share: FairShare, messages: number) => {
  const counts = { serve: 0, refuse: 0, close: 0, drop: 0 };
  for (let count = 0; count < messages; count += 1) counts[share.take()] += 1;
  return counts;
};

test('a stranger has a small share, is told that it is used up, and is closed', () => {
  const share = new FairShare(new ManualClock());
  expect(flood(share, 30_000)).toEqual({ serve: 400, refuse: 10, close: 1, drop: 29_589 });
});

test('a phone has a larger one, and time fills it again', () => {
  const clock = new ManualClock();
  const share = new FairShare(clock);
  share.trust();
  expect(flood(share, 2005)).toEqual({ serve: 2000, refuse: 5, close: 0, drop: 0 });
  clock.pass(1000);
  share.trust();
  expect(flood(share, 402)).toEqual({ serve: 400, refuse: 2, close: 0, drop: 0 });
});

test('connection after connection without a password has one budget, and a phone that has shown its own is not held up by it', () => {
  const clock = new ManualClock();
  const common = strangersBudget(clock);
  const phone = new FairShare(clock, common);
  const served = Array.from({ length: 100 }, () => {
    const share = new FairShare(clock, common);
    return Array.from({ length: 100 }, () => share.take()).filter((verdict) => verdict === 'serve').length;
  });
  expect(served.reduce((all, one) => all + one, 0)).toBe(2000);
  expect(phone.take()).toBe('refuse');
  phone.trust();
  expect(phone.take()).toBe('serve');
});
