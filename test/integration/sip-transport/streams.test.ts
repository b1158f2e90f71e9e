import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SipServer } from '../../../src-main/contract/sip-transport.ts';
import { type Certificates, makeCertificates } from '../../interop/lab/certificates.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { PlainSipServer } from '../../support/sip-text/plain-sip-server.ts';
import { request } from '../../support/sip-text/sip-text.ts';
import { TransportStage } from '../../support/sip-text/transport-stage.ts';
import { waitFor } from '../../support/wait-for.ts';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function stageWith(
  options: Parameters<typeof PlainSipServer.start>[0],
  parts: Partial<SipServer>,
  clock?: ManualClock,
) {
  const server = await PlainSipServer.start(options);
  const stage = new TransportStage({ authorities: [certificates.authority], ...(clock ? { clock } : {}) });
  closing.push(
    () => server.stop(),
    () => stage.close(),
  );
  stage.connect({ port: server.port, ...parts });
  return { server, stage };
}

const withCertificate = (kind: 'good' | 'expired' | 'wrongHost' | 'selfSigned') => ({
  tls: { key: certificates[kind].key, cert: certificates[kind].pem },
});

test('by TCP: messages both ways, and a ping is answered', async () => {
  const { server, stage } = await stageWith({}, { transport: 'tcp' });
  const { local } = await stage.until('connected');
  stage.send('REGISTER', { more: ['Contact: <sip:abc@page.invalid;transport=ws>'] });
  await stage.until('received');
  expect(server.arrived[0]?.text).toContain(`Contact: <sip:abc@127.0.0.1:${local.port};transport=tcp>`);
  server.write(`\r\n\r\n${request('NOTIFY', { body: 'grüß' })}`);
  expect((await stage.until('received', 2)).text).toBe(request('NOTIFY', { body: 'grüß' }));
  expect(await waitFor('a pong', () => server.pings[0])).toBe('pong');
});

test('a connection that is lost is made anew', async () => {
  const { server, stage } = await stageWith({}, { transport: 'tcp' });
  await stage.until('connected');
  server.cut();
  expect((await stage.until('lost')).failure).toEqual({ kind: 'closed', at: `127.0.0.1:${server.port}` });
  const again = await stage.until('connected', 2);
  expect(again.addressChanged).toBe(false);
});

test('a server that sends nonsense is left', async () => {
  const { server, stage } = await stageWith({}, { transport: 'tcp' });
  await stage.until('connected');
  server.write('MESSAGE sip:a SIP/2.0\r\n\r\n');
  expect((await stage.until('lost')).failure).toMatchObject({
    kind: 'unreadable',
    fault: 'a message without Content-Length',
  });
});

test('a server that once has answered a ping, and does no more, is lost; one that never did is not', async () => {
  const clock = new ManualClock();
  const { server, stage } = await stageWith({}, { transport: 'tcp' }, clock);
  await stage.until('connected');
  clock.pass(60_000);
  await waitFor('two pings', () => server.pings.length === 2);
  expect(stage.all('lost')).toEqual([]);
  server.write('\r\n');
  stage.send('OPTIONS');
  await stage.until('received');
  clock.pass(60_000);
  expect((await stage.until('lost')).failure.kind).toBe('unanswered');
});

test('by TLS, where an authority vouches for the domain', async () => {
  const { server, stage } = await stageWith(withCertificate('good'), { transport: 'tls' });
  await stage.until('connected');
  stage.send('REGISTER');
  await stage.until('received');
  expect(server.methods).toEqual(['TLS REGISTER']);
});

const refused = [
  ['expired', 'expired'],
  ['wrongHost', 'otherName'],
  ['selfSigned', 'unknownAuthority'],
] as const;

test.each(refused)('a certificate that is %s is refused before a word is said, and named', async (kind, reason) => {
  const { server, stage } = await stageWith(withCertificate(kind), { transport: 'tls' });
  const { failure } = await stage.until('lost');
  expect(failure).toMatchObject({ kind: 'certificate', reason, fingerprint: certificates[kind].fingerprint });
  expect(failure.kind === 'certificate' && failure.names.length).toBeGreaterThan(0);
  expect(server.arrived).toEqual([]);
});

test('a certificate that the user has compared is good, whoever vouches for it; another one is not', async () => {
  const { fingerprint: pin } = certificates.selfSigned;
  const trusted = await stageWith(withCertificate('selfSigned'), { transport: 'tls', pin });
  await trusted.stage.until('connected');
  const other = await stageWith(withCertificate('expired'), { transport: 'tls', pin });
  expect((await other.stage.until('lost')).failure).toMatchObject({ kind: 'certificate', reason: 'notPinned' });
});

test('the domain counts as well as the host that is named, but not what is neither', async () => {
  const byDomain = await stageWith(withCertificate('wrongHost'), { transport: 'tls', domain: 'other.test' });
  await byDomain.stage.until('connected');
});

test.each(['TLSv1', 'TLSv1.1'] as const)('a server that offers %s alone is named as such', async (maxVersion) => {
  const { tls } = withCertificate('good');
  const old = { tls: { ...tls, minVersion: 'TLSv1' as const, maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' } };
  const { server, stage } = await stageWith(old, { transport: 'tls' });
  expect((await stage.until('lost')).failure).toEqual({ kind: 'oldTls', at: `127.0.0.1:${server.port}` });
});

test('a server that does not speak TLS there, or says nothing at all', async () => {
  const clock = new ManualClock();
  const plain = await stageWith({}, { transport: 'tls' });
  await waitFor('a connection', () => plain.server.write('SIP/2.0 400 What\r\n\r\n') ?? plain.stage.all('lost')[0]);
  expect(plain.stage.all('lost')[0]?.failure.kind).toBe('notTls');
  const silent = await stageWith({}, { transport: 'tls' }, clock);
  await waitFor('the wait for a handshake', () => clock.pending > 0);
  clock.pass(5_000);
  expect((await silent.stage.until('lost')).failure).toEqual({
    kind: 'timeOut',
    at: `127.0.0.1:${silent.server.port}`,
  });
});
