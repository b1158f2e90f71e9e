import type { Core, Notification, Session } from 'sip.js';
import { expect, test } from 'vitest';
import { Transfer } from '../../../../src-renderer/line/transfer/transfer';
import { FakeClock } from '../fake-clock';

/** Asks the far end to call 1003. What it answers is the test's to say. */
function asked() {
  const told: string[] = [];
  const clock = new FakeClock();
  let answer: Core.OutgoingRequestDelegate = {};
  const dialog = {
    localURI: 'sip:1001@cluster.test',
    refer: (delegate: Core.OutgoingRequestDelegate) => {
      answer = delegate;
    },
  };
  const transfer = new Transfer(
    { dialog, userAgent: { contact: '<sip:k3x@near.invalid;transport=ws>' } } as unknown as Session,
    { address: 'sip:1003@cluster.test', replaces: null },
    clock,
    { onProgress: (status, done) => told.push(`${status}${done ? ' done' : ''}`) },
  );
  return {
    told,
    clock,
    transfer,
    accept: () => answer.onAccept?.({} as Core.IncomingResponse),
    notify: (status: number, state: string) =>
      transfer.hear({
        request: { body: `SIP/2.0 ${status} Said`, getHeader: () => state },
      } as unknown as Notification),
  };
}

test('who accepts, and tells nothing for 32 seconds, has done nothing', async () => {
  const { told, clock, accept } = asked();
  accept();
  expect([told, clock.waiting]).toEqual([['100'], [32_000]]);
  await clock.pass(32_000);
  expect(told).toEqual(['100', 'null done']);
});

test('who tells that it rings is waited for as long as he has said, and at most as long as anybody rings', async () => {
  const { told, clock, accept, notify } = asked();
  notify(100, 'active;expires=60');
  accept();
  expect(clock.waiting).toEqual([92_000]);
  await clock.pass(60_000);
  notify(180, 'active;expires=7200');
  expect(clock.waiting).toEqual([332_000]);
  notify(180, 'active');
  expect(clock.waiting).toEqual([332_000]);
  await clock.pass(332_000);
  expect(told).toEqual(['100', '180', 'null done']);
});

test.each([
  [200, '200 done'],
  [486, '486 done'],
])('a final status (%i) is the last word, and nothing is waited for', (status, last) => {
  const { told, clock, accept, notify } = asked();
  accept();
  notify(status, 'terminated;reason=noresource');
  notify(180, 'active;expires=60');
  expect([told, clock.waiting]).toEqual([['100', last], []]);
});

test('a call that ends takes its transfer with it, without a word', () => {
  const { told, clock, transfer, accept, notify } = asked();
  accept();
  transfer.end();
  notify(486, 'terminated');
  expect([told, clock.waiting]).toEqual([['100'], []]);
});
