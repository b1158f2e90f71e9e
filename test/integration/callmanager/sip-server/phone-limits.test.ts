import { expect, test } from 'vitest';
import { Cluster, DOMAIN } from './cluster';
import { type RawPhone, SDP } from './raw-phone';

/** The answers to so many requests, each counted. */
async function answers(count: number, ask: (index: number) => ReturnType<RawPhone['ask']>) {
  const found: Record<number, number> = {};
  for (let index = 0; index < count; index += 1) {
    const status = (await ask(index)).statusCode ?? 0;
    found[status] = (found[status] ?? 0) + 1;
  }
  return found;
}

test('a phone has ten contacts on a line and no eleventh; one that goes makes room', async () => {
  const cluster = await Cluster.start();
  const alice = await cluster.rawPhone('1001');
  const contact = (index: number) => `Contact: <sip:1001@raw-${index}.invalid;transport=ws>`;
  const register = (index: number, expires = 600) => alice.register([contact(index), `Expires: ${expires}`]);
  expect(await answers(12, register)).toEqual({ 200: 10, 403: 2 });
  await register(3, 0);
  expect(await answers(2, (index) => register(10 + index))).toEqual({ 200: 1, 403: 1 });
  const all = Array.from({ length: 5000 / 20 }, (_, index) => contact(100 + index));
  expect((await alice.register([...all, 'Expires: 600'])).statusCode).toBe(403);
  // What it has, it may refresh.
  expect((await register(1)).getHeaders('contact').length).toBe(10);
});

test('a phone has 200 subscriptions', async () => {
  const cluster = await Cluster.start();
  const alice = await cluster.rawPhone('1001');
  const headers = [alice.contact, 'Event: dialog', 'Expires: 600'];
  const subscribe = () => alice.askWithPassword({ method: 'SUBSCRIBE', uri: `sip:1002@${DOMAIN}`, headers });
  expect(await answers(202, subscribe)).toEqual({ 200: 200, 503: 2 });
});

test('a phone has twenty calls that nobody has answered', async () => {
  const cluster = await Cluster.start();
  cluster.configure('1002', { callWaiting: true });
  const alice = await cluster.rawPhone('1001');
  const early: Promise<unknown>[] = [];
  for (let count = 0; count < 20; count += 1) {
    const bob = await cluster.rawPhone('1002', `1002/${count}`);
    await bob.register([`Contact: <sip:1002@raw-${count}.invalid;transport=ws>`, 'Expires: 600']);
    early.push(
      alice.askWithPassword({ method: 'INVITE', uri: `sip:1002@${DOMAIN}`, headers: [alice.contact], body: SDP }),
    );
    bob.respond(await bob.requested('INVITE'), 180);
  }
  const more = await alice.askWithPassword({
    method: 'INVITE',
    uri: `sip:1002@${DOMAIN}`,
    headers: [alice.contact],
    body: SDP,
  });
  expect([early.length, more.statusCode, more.getHeader('retry-after')]).toEqual([20, 503, '5']);
});
