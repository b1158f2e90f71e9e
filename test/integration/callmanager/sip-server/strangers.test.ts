import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { waitFor } from '../../../support/wait-for';
import { Cluster, DOMAIN } from './cluster';
import { SDP } from './raw-phone';

test.each([
  ['https://evil.example', 'Unexpected server response: 403'],
  ['null', 'Unexpected server response: 403'],
  ['app://line', 'open'],
])('a page of %s: %s', async (origin, outcome) => {
  const cluster = await Cluster.start();
  const socket = new WebSocket(cluster.url, 'sip', { origin });
  onTestFinished(() => socket.terminate());
  const found = new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', ({ message }) => resolve(message));
  });
  expect(await found).toBe(outcome);
});

test('a handshake that does not end is closed after five seconds, and there are not many of them', async () => {
  const cluster = await Cluster.start();
  const sockets = Array.from({ length: 70 }, () => connect(cluster.server.port, '127.0.0.1'));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  for (const socket of sockets) {
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\n');
    socket.resume();
  }
  const left = () => sockets.filter(({ destroyed }) => !destroyed).length;
  await waitFor('the refusals', () => left() === 64);
  cluster.clock.pass(5000);
  await waitFor('the end of the others', () => left() === 0);
});

test.each([
  ['INVITE', `sip:1002@${DOMAIN}`],
  ['REGISTER', `sip:${DOMAIN}`],
])('a flood of %s is told 503 and closed; meanwhile a phone calls', async (method, uri) => {
  const cluster = await Cluster.start();
  const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
  const mallory = await cluster.rawPhone('1003');
  for (let count = 0; count < 3000; count += 1)
    mallory.send(mallory.compose({ method, uri, headers: [mallory.contact], body: SDP }));
  await alice.ring(bob);
  expect(await mallory.closed).toBe(1013);
  const statuses = mallory.received.all.map((message) => ('statusCode' in message ? message.statusCode : 0));
  const refused = mallory.received.all.filter((message) => message.getHeader('retry-after') === '5');
  expect([statuses.filter((status) => status === 503).length, refused.length]).toEqual([10, 10]);
});

test('a phone that reads nothing is closed before it fills the memory', async () => {
  const cluster = await Cluster.start();
  const socket = new WebSocket(cluster.url, 'sip');
  onTestFinished(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  socket.pause();
  const ping = Buffer.alloc(125);
  const closed = () => cluster.traced.all.some((text) => text.includes('does not read'));
  for (let count = 0; count < 4000 && !closed(); count += 1)
    await new Promise<void>((resolve) => {
      for (let each = 0; each < 99; each += 1) socket.ping(ping);
      socket.ping(ping, true, () => resolve());
    });
  expect(closed()).toBe(true);
});
