import type { Socket } from 'node:net';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { TestReport } from '../../../../src-main/contract/account-settings';
import { accountOf } from '../../../../src-main/pbx/account/account-of';
import { ConnectionTest } from '../../../../src-main/pbx/connection-test/connection-test';
import { nodeProbes } from '../../../../src-main/pbx/connection-test/probes/node-probes';
import { ALICE } from '../../../support/account-examples.ts';
import { type MadeCertificate, makeCertificate } from '../../../support/certificates.ts';
import {
  closingServer,
  mailServer,
  type ScriptedServer,
  silentServer,
  statusServer,
  webSocketServer,
} from './scripted-servers.ts';

const HOST = 'DNS:localhost,IP:127.0.0.1';
let good: MadeCertificate;
let expired: MadeCertificate;
let future: MadeCertificate;
let other: MadeCertificate;
beforeAll(() => {
  good = makeCertificate({ names: HOST });
  expired = makeCertificate({ names: HOST, from: -20, to: -10 });
  future = makeCertificate({ names: HOST, from: 10 });
  other = makeCertificate({ names: 'DNS:mail.example.org' });
});

let servers: ScriptedServer[] = [];
async function started(starting: Promise<ScriptedServer>): Promise<ScriptedServer> {
  const server = await starting;
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
});

/** Milliseconds that a step may take here: what answers on this machine does so at once. */
const LIMIT = 400;

/** Runs the test against a real address, with a line page that refuses the registration: the sockets are the subject. */
async function run(server: string, pin: string | null = null): Promise<readonly TestReport[]> {
  const reports: TestReport[] = [];
  const connectionTest: ConnectionTest<Socket> = new ConnectionTest<Socket>({
    clock: {
      now: () => Date.now(),
      after: (_milliseconds, action) => {
        const timer = setTimeout(action, LIMIT);
        return () => clearTimeout(timer);
      },
    },
    probes: nodeProbes,
    verdictOf: async () => undefined,
    send: (command) => {
      if (command.kind === 'addLine')
        connectionTest.onLineEvent({ kind: 'registration', line: command.line, state: 'unregistered', status: 401 });
    },
    report: (report) => reports.push(report),
  });
  await connectionTest.start('one', accountOf({ ...ALICE, server }, { password: 'secret', turn: '' }), pin);
  return reports.filter(({ state }) => state !== 'running' && state !== 'skipped');
}

/** The last step that was tried, and what was said of it. */
async function endOf(server: string, pin: string | null = null) {
  const last = (await run(server, pin)).at(-1);
  return [last?.step, last?.state, last?.words];
}

test('a SIP server behind a certificate that the user trusts: every step on one connection, with the origin of the real page', async () => {
  const { port, origins } = await started(webSocketServer('sip', good));
  const reports = await run(`wss://localhost:${port}/ws`, good.fingerprint);
  expect(reports.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'name passed',
    'tcp passed',
    'tls passed',
    'webSocket passed',
    'register failed',
  ]);
  expect(reports[0]?.words).toMatch(/^localhost is .*127\.0\.0\.1/);
  expect(origins).toEqual(['app://line']);
});

test('a certificate that is self-signed, expired, not valid yet, or for another host: its cause and its facts', async () => {
  const words = async (certificate: MadeCertificate) => {
    const { port } = await started(webSocketServer('sip', certificate));
    const last = (await run(`wss://localhost:${port}/ws`)).at(-1);
    expect(last).toMatchObject({ step: 'tls', state: 'failed' });
    expect(last?.certificate?.fingerprint).toBe(certificate.fingerprint);
    return last?.words;
  };
  expect(await words(good)).toBe('No authority vouches for the certificate: the server has signed it itself.');
  expect(await words(expired)).toMatch(/^The certificate expired on .* GMT\./);
  expect(await words(future)).toMatch(/^The certificate is not valid before .* GMT\./);
  expect(await words(other)).toMatch(/^The certificate is not for localhost, but for DNS:mail\.example\.org\./);
});

test('an address in place of a name is compared with the addresses in the certificate', async () => {
  const { port } = await started(webSocketServer('sip', good));
  expect(await endOf(`wss://127.0.0.1:${port}`)).toEqual(['tls', 'failed', expect.stringMatching(/^No authority/)]);
});

test('another certificate than the trusted one is named as such, and the test goes no further', async () => {
  const { port, origins } = await started(webSocketServer('sip', good));
  expect(await endOf(`wss://localhost:${port}`, other.fingerprint)).toEqual([
    'tls',
    'failed',
    expect.stringMatching(/^This is NOT the certificate that you have trusted/),
  ]);
  expect(origins).toEqual([]);
});

test('no such name, no such port', async () => {
  expect(await endOf('wss://no-such-host.invalid')).toEqual(['name', 'failed', expect.stringMatching(/no-such-host/)]);
  const { port, stop } = await started(silentServer());
  await stop();
  servers = [];
  expect(await endOf(`wss://localhost:${port}`)).toEqual(['tcp', 'failed', expect.stringMatching(/^Nothing listens/)]);
});

test('a server that says nothing, another service’s port, and one that hangs up', async () => {
  const silent = await started(silentServer());
  expect(await endOf(`wss://localhost:${silent.port}`)).toEqual([
    'tls',
    'failed',
    expect.stringMatching('says nothing'),
  ]);
  expect(await endOf(`ws://localhost:${silent.port}`)).toEqual([
    'webSocket',
    'failed',
    expect.stringMatching('says nothing'),
  ]);
  const mail = await started(mailServer());
  expect(await endOf(`wss://localhost:${mail.port}`)).toEqual([
    'tls',
    'failed',
    expect.stringMatching('does not speak TLS'),
  ]);
  expect(await endOf(`ws://localhost:${mail.port}`)).toEqual([
    'webSocket',
    'failed',
    expect.stringMatching('is no WebSocket server'),
  ]);
  const closing = await started(closingServer());
  expect(await endOf(`wss://localhost:${closing.port}`)).toEqual([
    'tls',
    'failed',
    expect.stringMatching('closed the connection while it was being secured'),
  ]);
  expect(await endOf(`ws://localhost:${closing.port}`)).toEqual([
    'webSocket',
    'failed',
    expect.stringMatching('closed the connection when it was asked'),
  ]);
});

test.each([
  [200, 'is a web server, but no WebSocket server'],
  [403, 'ours is app://line'],
  [404, 'There is no WebSocket at this address'],
  [426, 'does not take it for the beginning of a WebSocket'],
  [503, 'the SIP server behind it did not'],
])('a web server that answers %i', async (status, words) => {
  const { port } = await started(statusServer(status));
  expect(await endOf(`ws://localhost:${port}/ws`)).toEqual(['webSocket', 'failed', expect.stringMatching(words)]);
});

test('a WebSocket server for something else than SIP', async () => {
  for (const protocol of [null, 'chat']) {
    const { port } = await started(webSocketServer(protocol));
    expect(await endOf(`ws://localhost:${port}/ws`)).toEqual([
      'webSocket',
      'failed',
      expect.stringMatching('but not one for SIP'),
    ]);
  }
});

test('a test that is ended leaves no connection open', async () => {
  const { port, open } = await started(silentServer());
  const reports: TestReport[] = [];
  const connectionTest = new ConnectionTest<Socket>({
    clock: { now: () => Date.now(), after: () => () => {} },
    probes: nodeProbes,
    verdictOf: async () => undefined,
    send: () => {},
    report: (report) => reports.push(report),
  });
  const account = accountOf({ ...ALICE, server: `wss://localhost:${port}` }, { password: '', turn: '' });
  const over = connectionTest.start('one', account, null);
  await expect.poll(() => reports.at(-1)).toMatchObject({ step: 'tls', state: 'running' });
  connectionTest.end();
  await over;
  await expect.poll(open).toBe(0);
  expect(reports.at(-1)).toMatchObject({ step: 'tls', state: 'running' });
});
