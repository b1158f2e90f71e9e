import { expect, test } from 'vitest';
import { Cluster, DOMAIN } from './cluster';
import type { RawPhone } from './raw-phone';

const subscription = (phone: RawPhone, number: string) => ({
  method: 'SUBSCRIBE',
  uri: `sip:${number}@${DOMAIN}`,
  headers: [phone.contact, 'Event: message-summary', 'Expires: 60'],
});

test('a phone is told what waits for its number: at once, whenever it changes, and when the subscription ends', async () => {
  const cluster = await Cluster.start();
  cluster.messages.set('1001', { unheard: 2, heard: 1 });
  const alice = await cluster.rawPhone('1001');
  expect((await alice.askWithPassword(subscription(alice, '1001'))).statusCode).toBe(200);
  const told = [await alice.requested('NOTIFY')];
  const change = async (number: string, unheard: number): Promise<void> => {
    cluster.messages.set(number, { unheard, heard: 3 });
    cluster.server.messagesChanged(number);
  };
  const next = async (): Promise<void> => {
    const after = alice.received.all.indexOf(told.at(-1) as never) + 1;
    told.push(await alice.requested('NOTIFY', after));
  };
  await change('1002', 7);
  await change('1001', 0);
  await next();
  cluster.clock.pass(60_000);
  await next();
  expect(
    told.map((notify) => [notify.getHeader('event'), notify.getHeader('subscription-state'), notify.body]),
  ).toEqual([
    ['message-summary', 'active;expires=60', 'Messages-Waiting: yes\r\nVoice-Message: 2/1\r\n'],
    ['message-summary', 'active;expires=60', 'Messages-Waiting: no\r\nVoice-Message: 0/3\r\n'],
    ['message-summary', 'terminated;reason=timeout', 'Messages-Waiting: no\r\nVoice-Message: 0/3\r\n'],
  ]);
  expect(told[0]?.getHeader('content-type')).toBe('application/simple-message-summary');
});

test("nobody looks into another one's mailbox", async () => {
  const cluster = await Cluster.start();
  const alice = await cluster.rawPhone('1001');
  expect((await alice.askWithPassword(subscription(alice, '1002'))).statusCode).toBe(403);
});
