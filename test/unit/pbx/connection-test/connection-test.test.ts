import { expect, test } from 'vitest';
import { failure, success } from '../../../../src-main/base/result';
import type { TestReport } from '../../../../src-main/contract/account-settings';
import type { LineCommand, LineEvent } from '../../../../src-main/contract/line-port';
import { accountOf } from '../../../../src-main/pbx/account/account-of';
import { ConnectionTest } from '../../../../src-main/pbx/connection-test/connection-test';
import type { Probes } from '../../../../src-main/pbx/connection-test/probes/probes';
import { ALICE, fingerprint } from '../../../support/account-examples';
import { ManualClock } from '../../../support/manual-clock';
import { waitFor } from '../../../support/wait-for';

const CERTIFICATE = {
  facts: { fingerprint: fingerprint('AB'), subject: 'CN=a', issuer: 'CN=a', validFrom: 'then', validTo: 'later' },
  names: 'DNS:pbx.example.org',
  fitsHost: true,
  validFrom: -1,
  validTo: 1_000_000,
  chainError: null,
};

class FakeWire {
  destroyed = false;
  destroy(): void {
    this.destroyed = true;
  }
}

const never = <Value>(): Promise<Value> => new Promise(() => {});

/** A connection test on a network that does what the probes say, and a line page that says what the test's story tells. */
function tester(change: Partial<Probes<FakeWire>> = {}, answers: (command: LineCommand) => readonly LineEvent[] = all) {
  const wire = new FakeWire();
  const clock = new ManualClock();
  const reports: TestReport[] = [];
  const sent: LineCommand[] = [];
  const test: ConnectionTest<FakeWire> = new ConnectionTest<FakeWire>({
    clock,
    probes: {
      resolve: async () => success(['192.0.2.1']),
      connect: async () => success(wire),
      secure: async () => success({ wire, certificate: CERTIFICATE }),
      openWebSocket: async () => success(null),
      ...change,
    },
    verdictOf: async () => undefined,
    send: (command) => {
      sent.push(command);
      for (const event of answers(command)) test.onLineEvent(event);
    },
    report: (report) => reports.push(report),
  });
  const start = (run = 'one', pin: string | null = null, server = ALICE.server) =>
    test.start(run, accountOf({ ...ALICE, server }, { password: 'secret', turn: '' }), pin);
  const ends = () => reports.filter(({ state }) => state !== 'running').map(({ step, state }) => `${step} ${state}`);
  return { test, start, wire, clock, reports, sent, ends };
}

/** What a line page says where the server does everything. */
function all(command: LineCommand): readonly LineEvent[] {
  if (command.kind === 'addLine')
    return [
      { kind: 'registration', line: command.line, state: 'registering', status: null },
      { kind: 'registration', line: command.line, state: 'registered', status: null },
    ];
  if (command.kind !== 'subscribe') return [];
  const { line, subscription } = command;
  return [
    { kind: 'subscription', line, subscription, state: 'active', status: null, reason: null },
    { kind: 'notified', line, subscription, contentType: '', body: '' },
  ];
}

/** The same, but for what refuses. */
const but = (refuse: (command: LineCommand) => LineEvent | null) => (command: LineCommand) => {
  const refused = refuse(command);
  return refused ? [refused] : all(command);
};

const refuseRegistration = (status: number | null) =>
  but(({ kind, ...command }) =>
    kind === 'addLine' && 'line' in command
      ? { kind: 'registration', line: command.line, state: 'unregistered', status }
      : null,
  );

const refuseSubscriptions = (...events: readonly string[]) =>
  but((command) =>
    command.kind === 'subscribe' && events.includes(command.event)
      ? {
          kind: 'subscription',
          line: command.line,
          subscription: command.subscription,
          state: 'refused',
          status: 489,
          reason: null,
        }
      : null,
  );

test('a server that does everything: seven steps pass, and nothing is left behind', async () => {
  const { start, reports, sent, wire } = tester();
  await start();
  expect(reports.map(({ step, state }) => `${step} ${state}`)).toEqual(
    ['name', 'tcp', 'tls', 'webSocket', 'register', 'dialog', 'presence'].flatMap((step) => [
      `${step} running`,
      `${step} passed`,
    ]),
  );
  expect(sent.map((command) => [command.kind, 'line' in command && command.line])).toEqual([
    ['addLine', 'test-one'],
    ['subscribe', 'test-one'],
    ['unsubscribe', 'test-one'],
    ['subscribe', 'test-one'],
    ['unsubscribe', 'test-one'],
    ['removeLine', 'test-one'],
  ]);
  expect(sent[1]).toMatchObject({ target: '1001', event: 'dialog', once: false });
  expect(wire.destroyed).toBe(true);
});

test('a step that fails ends the test; what is left is skipped, and no line is made', async () => {
  const { start, ends, sent, reports } = tester({ connect: async () => failure('ECONNREFUSED') });
  await start();
  expect(ends()).toEqual([
    'name passed',
    'tcp failed',
    ...['tls', 'webSocket', 'register', 'dialog', 'presence'].map((step) => `${step} skipped`),
  ]);
  expect(reports.find(({ state }) => state === 'failed')?.words).toMatch(/^Nothing listens at pbx\.example\.org:443/);
  expect(sent).toEqual([]);
});

test('a step that takes too long fails in words of its own', async () => {
  const { start, ends, clock, reports } = tester({ openWebSocket: () => never() });
  const run = start();
  await waitFor('the WebSocket step', () => reports.some(({ step }) => step === 'webSocket'));
  clock.pass(4999);
  expect(ends()).toHaveLength(3);
  clock.pass(1);
  await run;
  expect(ends().slice(3)).toEqual(['webSocket failed', 'register skipped', 'dialog skipped', 'presence skipped']);
});

test('ws:// is not secured, and its certificate is no question', async () => {
  const { start, ends } = tester({ secure: () => never() });
  await start('one', null, 'ws://127.0.0.1');
  expect(ends().slice(0, 4)).toEqual(['name passed', 'tcp passed', 'tls skipped', 'webSocket passed']);
});

test('a certificate that is not the trusted one is shown and refused; the trusted one passes', async () => {
  const changed = tester();
  await changed.start('one', fingerprint('CD'));
  expect(changed.reports.find(({ state }) => state === 'failed')).toMatchObject({
    step: 'tls',
    words: expect.stringMatching('NOT the certificate that you have trusted'),
    certificate: CERTIFICATE.facts,
  });
  const same = tester();
  await same.start('one', fingerprint('AB'));
  expect(same.ends()[2]).toBe('tls passed');
});

test('a refused registration is told in words, and its line is taken away again', async () => {
  const { start, ends, sent, reports } = tester({}, refuseRegistration(403));
  await start();
  expect(ends().slice(4)).toEqual(['register failed', 'dialog skipped', 'presence skipped']);
  expect(reports.find(({ state }) => state === 'failed')?.words).toMatch(/wrong password.*\(403\)$/);
  expect(sent.at(-1)).toEqual({ kind: 'removeLine', line: 'test-one' });
});

test('a server that tells less is lacking, not failed; and where it tells nothing, what that means is said', async () => {
  const noDialog = tester({}, refuseSubscriptions('dialog'));
  await noDialog.start();
  expect(noDialog.ends().slice(5)).toEqual(['dialog lacking', 'presence passed']);
  const nothing = tester({}, refuseSubscriptions('dialog', 'presence'));
  await nothing.start();
  expect(nothing.ends().slice(5)).toEqual(['dialog lacking', 'presence lacking']);
  expect(nothing.reports.at(-1)?.words).toMatch(/Call Back works only with the last resort/);
});

test('a server that takes the subscription and never tells anything is lacking after five seconds', async () => {
  const { start, ends, clock, reports, sent } = tester(
    {},
    but((command) =>
      command.kind === 'subscribe' ? { kind: 'registration', line: 'another', state: 'unregistered', status: 1 } : null,
    ),
  );
  const run = start();
  for (const step of ['dialog', 'presence']) {
    await waitFor(step, () => reports.some((report) => report.step === step));
    clock.pass(5000);
  }
  await run;
  expect(ends().slice(5)).toEqual(['dialog lacking', 'presence lacking']);
  expect(sent.filter(({ kind }) => kind === 'unsubscribe')).toHaveLength(2);
});

test('a server that cannot tell now, or drops the line meanwhile, is lacking at once', async () => {
  const { start, reports } = tester(
    {},
    but((command) => {
      if (command.kind !== 'subscribe') return null;
      const { line, subscription, event } = command;
      return event === 'dialog'
        ? { kind: 'subscription', line, subscription, state: 'lost', status: 503, reason: null }
        : { kind: 'registration', line, state: 'unregistered', status: null };
    }),
  );
  await start();
  expect(reports.filter(({ state }) => state === 'lacking').map(({ words }) => words)).toEqual([
    expect.stringMatching(/^The server cannot tell of calls of other lines now\. \(503\)/),
    expect.stringMatching(/^The server did not answer\./),
  ]);
});

test('a new test ends the one before: not a word more of it, its line is gone, its connection closed', async () => {
  let registers = 0;
  const { start, reports, sent, clock } = tester({}, (command) =>
    command.kind === 'addLine' && registers++ === 0 ? [] : all(command),
  );
  const first = start('one');
  await waitFor('the registration', () => sent.length === 1);
  const told = reports.length;
  const second = start('two');
  await first;
  await second;
  expect(reports.slice(told).filter(({ run }) => run === 'one')).toEqual([]);
  expect(reports.at(-1)).toMatchObject({ run: 'two', step: 'presence', state: 'passed' });
  expect(sent.filter(({ kind }) => kind === 'removeLine')).toHaveLength(2);
  expect(clock.pending).toBe(0);
});
