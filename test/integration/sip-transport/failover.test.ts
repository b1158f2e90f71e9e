import { afterEach, expect, test } from 'vitest';
import { ManualClock } from '../../support/manual-clock.ts';
import { PlainSipServer } from '../../support/sip-text/plain-sip-server.ts';
import { answerTo } from '../../support/sip-text/sip-text.ts';
import { TransportStage, zoneOf } from '../../support/sip-text/transport-stage.ts';
import { waitFor } from '../../support/wait-for.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Two servers of one domain, by TCP, and a line at them. */
async function twoServers() {
  const clock = new ManualClock();
  const first = await PlainSipServer.start({ host: '127.0.0.1' });
  const second = await PlainSipServer.start({ host: '127.0.0.2' });
  const records = [first, second].map(({ host, port }, priority) => ({ name: host, port, priority, weight: 1 }));
  const stage = new TransportStage({ clock, resolver: zoneOf(records) });
  closing.push(
    () => first.stop(),
    () => second.stop(),
    () => stage.close(),
  );
  const connect = (): void => stage.connect({ domain: 'pbx.test', host: null, transport: 'tcp' });
  const hosts = (): readonly string[] => stage.all('connected').map(({ server }) => server.host);
  return { clock, first, second, stage, connect, hosts };
}

test('a server that is down is passed over, and gone back to when it is there again', async () => {
  const { clock, first, stage, connect, hosts } = await twoServers();
  await first.stop();
  connect();
  await stage.until('connected');
  expect([hosts(), stage.all('lost')]).toEqual([['127.0.0.2'], []]);
  const again = await PlainSipServer.start({ host: first.host, port: first.port });
  closing.push(() => again.stop());
  clock.pass(120_000);
  await stage.until('preferredAgain');
  connect();
  await stage.until('connected', 2);
  expect(hosts()).toEqual(['127.0.0.2', '127.0.0.1']);
});

test('503 to a REGISTER is told, and the next server is asked', async () => {
  const { clock, first, stage, connect, hosts } = await twoServers();
  first.behaviour = ({ text, reply }) => reply(answerTo(text, 503));
  connect();
  await stage.until('connected');
  stage.send('REGISTER');
  expect((await stage.until('received')).text).toMatch(/^SIP\/2\.0 503/);
  expect((await stage.until('lost')).failure).toEqual({ kind: 'unavailable', at: `127.0.0.1:${first.port}` });
  clock.pass(1_000);
  await stage.until('connected', 2);
  expect(hosts()).toEqual(['127.0.0.1', '127.0.0.2']);
});

test('the page has waited in vain for an answer: the next server', async () => {
  const { clock, stage, connect, hosts } = await twoServers();
  connect();
  await stage.until('connected');
  stage.order('tryNext');
  expect((await stage.until('lost')).failure.kind).toBe('unanswered');
  clock.pass(1_000);
  await stage.until('connected', 2);
  expect(hosts()).toEqual(['127.0.0.1', '127.0.0.2']);
});

test('all servers are down: what was wrong with the preferred one is told, and they are tried ever more seldom', async () => {
  const { clock, first, second, stage, connect } = await twoServers();
  await first.stop();
  await second.stop();
  connect();
  for (let nth = 1; nth <= 4; nth++) {
    await stage.until('lost', nth);
    await waitFor('the wait for the next attempt', () => clock.pending > 0);
    clock.pass(4_000);
  }
  expect(stage.all('lost').map(({ retryAfter }) => retryAfter)).toEqual([375, 750, 1_500, 3_000]);
  expect(stage.all('lost')[0]?.failure).toEqual({ kind: 'refused', at: `127.0.0.1:${first.port}` });
});

test('who is told to disconnect does not come back', async () => {
  const { clock, first, stage, connect } = await twoServers();
  connect();
  await stage.until('connected');
  stage.order('disconnect');
  first.cut();
  stage.send('OPTIONS');
  expect((await stage.until('sent')).failure?.kind).toBe('closed');
  expect([stage.all('lost'), clock.pending]).toEqual([[], 0]);
});
