import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { ManualClock } from '../../support/manual-clock.ts';
import { answersAll, PlainSipServer } from '../../support/sip-text/plain-sip-server.ts';
import { answerTo, request, startOf } from '../../support/sip-text/sip-text.ts';
import { TransportStage } from '../../support/sip-text/transport-stage.ts';
import { waitFor } from '../../support/wait-for.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function stageWith(options: Parameters<typeof PlainSipServer.start>[0] = {}, clock?: ManualClock) {
  const server = await PlainSipServer.start(options);
  const stage = new TransportStage(clock ? { clock } : {});
  closing.push(
    () => server.stop(),
    () => stage.close(),
  );
  stage.connect({ port: server.port });
  return { server, stage, connected: await stage.until('connected') };
}

const longer = { more: [`X-Long: ${'x'.repeat(1_400)}`] };

test("a request leaves with the socket's address, and its response comes back with the page's", async () => {
  const { server, stage, connected } = await stageWith();
  stage.send('REGISTER', { more: ['Contact: <sip:abc@page.invalid;transport=ws>'] });
  const { text } = await stage.until('received');
  expect(connected).toMatchObject({ transport: 'UDP', local: { host: '127.0.0.1' }, addressChanged: false });
  expect(
    server.arrived.map((message) => message.text.split('\r\n').filter((line) => /^(?:Via|Contact)/.test(line))),
  ).toEqual([
    [
      `Via: SIP/2.0/UDP 127.0.0.1:${connected.local.port};branch=z9hG4bK1;rport`,
      `Contact: <sip:abc@127.0.0.1:${connected.local.port}>`,
    ],
  ]);
  expect(text).toContain('Via: SIP/2.0/UDP page.invalid;branch=z9hG4bK1;');
  expect(stage.reports.map(({ kind }) => kind)).toEqual(['connecting', 'connected', 'sent', 'received']);
});

test('behind a NAT the server sees us elsewhere, and the next Contact says so', async () => {
  const { server, stage } = await stageWith({
    behaviour: ({ text, reply }) => reply(answerTo(text, 401).replace(';rport', ';received=203.0.113.7;rport=61000')),
  });
  stage.send('REGISTER');
  expect((await stage.until('seen')).address).toEqual({ host: '203.0.113.7', port: 61_000 });
  stage.send('REGISTER', { branch: 'z9hG4bK2', more: ['Contact: <sip:abc@page.invalid;transport=ws>'] });
  await stage.until('received', 2);
  expect(server.arrived[1]?.text).toContain('Contact: <sip:abc@203.0.113.7:61000>');
  expect(stage.all('seen')).toHaveLength(1);
});

test('two requests of three are lost, and it goes on', async () => {
  let seen = 0;
  const { server, stage } = await stageWith({
    behaviour: (message) => {
      seen++;
      if (seen % 3 === 0) answersAll(message);
    },
  });
  stage.send('OPTIONS');
  await stage.until('received');
  expect(server.methods).toEqual(['UDP OPTIONS', 'UDP OPTIONS', 'UDP OPTIONS']);
});

test('what is too long for a datagram goes by TCP, with its CANCEL; the server asks by it and is answered by it', async () => {
  const { server, stage } = await stageWith();
  stage.send('INVITE', longer);
  await stage.until('received');
  stage.send('CANCEL');
  await stage.until('received', 2);
  server.write(request('NOTIFY', { branch: 'z9hG4bKtheirs' }));
  const asked = await stage.until('received', 3);
  stage.sendText(answerTo(asked.text, 200));
  await waitFor('our answer', () => server.arrived.length === 3);
  stage.send('OPTIONS', { branch: 'z9hG4bK3' });
  await stage.until('received', 4);
  expect(server.methods).toEqual(['TCP INVITE', 'TCP CANCEL', 'TCP SIP/2.0', 'UDP OPTIONS']);
  expect(server.arrived[0]?.text).toMatch(/\r\nVia: SIP\/2\.0\/TCP 127\.0\.0\.1:\d+;branch=z9hG4bK1;rport\r\n/);
  expect(stage.all('received').map(({ text }) => startOf(text))).toContain('NOTIFY sip:1002@pbx.test SIP/2.0');
});

test('where the server takes no TCP, a long datagram is better than nothing', async () => {
  const { server, stage } = await stageWith({ without: 'tcp' });
  stage.send('INVITE', longer);
  await stage.until('received');
  expect(server.methods).toEqual(['UDP INVITE']);
  expect(server.arrived[0]?.text).toContain('Via: SIP/2.0/UDP ');
});

test('nobody listens: it is said, and tried again', async () => {
  const { server, stage } = await stageWith();
  await server.stop();
  stage.send('OPTIONS');
  const { failure, retryAfter } = await stage.until('lost');
  expect([failure, retryAfter]).toEqual([{ kind: 'refused', at: `127.0.0.1:${server.port}` }, 375]);
  await stage.until('connected', 2);
});

test('a server that says nothing for 32 seconds is lost', async () => {
  const clock = new ManualClock();
  const { server, stage } = await stageWith({ behaviour: () => undefined }, clock);
  stage.send('REGISTER');
  await stage.until('sent');
  clock.pass(32_000);
  expect((await stage.until('lost')).failure).toEqual({ kind: 'unanswered', at: `127.0.0.1:${server.port}` });
});

test('empty lines keep the way open, and nobody takes them for messages', async () => {
  const clock = new ManualClock();
  const { server } = await stageWith({}, clock);
  clock.pass(25_000);
  await waitFor('a keep-alive', () => server.pings[0]);
  expect([server.pings, server.arrived]).toEqual([['\r\n\r\n'], []]);
});

test('a STUN server tells when our address has changed, and is missed when it falls silent', async () => {
  const clock = new ManualClock();
  const stun = createSocket('udp4');
  let answers = true;
  stun.on('message', (question, { port }) => {
    // 203.0.113.9:5061, hidden by the cookie (RFC 8489, 14.2).
    const address = Buffer.from('0101000c2112a442', 'hex');
    const mapped = Buffer.from('00200008000132d7ea12d54b', 'hex');
    if (answers) stun.send(Buffer.concat([address, question.subarray(8, 20), mapped]), port, '127.0.0.1');
  });
  stun.bind(0, '127.0.0.1');
  await once(stun, 'listening');
  const stage = new TransportStage({ clock });
  closing.push(
    () => stun.close(),
    () => stage.close(),
  );
  stage.connect({ port: stun.address().port, keepAlive: 'stun' });
  await stage.until('connected');
  clock.pass(25_000);
  expect((await stage.until('seen')).address).toEqual({ host: '203.0.113.9', port: 5_061 });
  answers = false;
  clock.pass(35_000);
  expect((await stage.until('lost')).failure.kind).toBe('unanswered');
});

test('after a change of network the line begins anew, and says whether the address is another', async () => {
  const { stage } = await stageWith();
  stage.ownAddress = null;
  stage.order('check');
  await stage.until('connected', 2);
  const elsewhere = await PlainSipServer.start({ host: '::1', without: 'udp' });
  closing.push(() => elsewhere.stop());
  stage.connect({ host: '::1', port: elsewhere.port, transport: 'tcp' });
  await stage.until('connected', 3);
  expect(stage.all('connected').map(({ local, addressChanged }) => [local.host, addressChanged])).toEqual([
    ['127.0.0.1', false],
    ['127.0.0.1', false],
    ['::1', true],
  ]);
});

test('after sleep a connection that still stands is kept', async () => {
  const { server, stage } = await stageWith();
  stage.order('check');
  await waitFor('a keep-alive', () => server.pings[0]);
  expect(stage.all('connected')).toHaveLength(1);
});
