import { connect, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { systemClock } from '../../../src-main/base/system-clock';
import { DatabaseLayerMonitor } from '../../../src-main/callmanager/database-layer-monitor/database-layer-monitor';
import { DbChangeNotifier } from '../../../src-main/cef/db-change-notifier/db-change-notifier';
import type { DatabaseChange } from '../../../src-main/contract/change-messages';
import { DEFAULT_PARAMETERS } from '../../../src-main/contract/service-parameters';
import { openDatabase } from '../../../src-main/store/open-database';
import { ParameterTable } from '../../../src-main/store/parameter-table';
import { waitFor } from '../../support/wait-for.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A service that wants to be told, at that port. */
async function listen(wanted = 0) {
  const heard: DatabaseChange[] = [];
  const traced: string[] = [];
  const notifier = new DbChangeNotifier(
    'secret',
    (change) => heard.push(change),
    (text) => traced.push(text),
  );
  const port = await notifier.listen(wanted);
  closers.push(() => notifier.close());
  return { notifier, port, heard, traced };
}

function watch(password = 'secret') {
  const parameters = new ParameterTable(openDatabase(':memory:'));
  const traced: string[] = [];
  const trace = (text: string): void => void traced.push(text);
  const monitor = new DatabaseLayerMonitor({ parameters, password, clock: systemClock, trace });
  closers.push(() => monitor.stop());
  const tell = (...ports: readonly number[]): void =>
    monitor.setApplications({
      applications: ports.map((port) => ({ application: 'CEF', address: '127.0.0.1', port, instance: `at ${port}` })),
      active: null,
    });
  return { parameters, tell, traced };
}

const EVERYTHING: readonly DatabaseChange[] = [
  { kind: 'serviceParameters', parameters: DEFAULT_PARAMETERS },
  { kind: 'trace', level: 'detailed' },
  { kind: 'alarm', configuration: { toLog: true, toEventViewer: true } },
];

test('a service is told how everything stands, and then each change by its kind, and so is every other service', async () => {
  const [one, other] = [await listen(), await listen()];
  const { parameters, tell } = watch();
  tell(one.port, other.port);
  await waitFor('the beginning', () => one.heard.length === 3 && other.heard.length === 3);
  expect([one.heard, other.heard]).toEqual([EVERYTHING, EVERYTHING]);
  parameters.change({ ...DEFAULT_PARAMETERS, idleGuard: 9 });
  parameters.change({ ...DEFAULT_PARAMETERS, idleGuard: 9, traceLevel: 'error' });
  parameters.change({ ...DEFAULT_PARAMETERS, idleGuard: 9, traceLevel: 'error', alarmsToLog: false });
  await waitFor('the changes', () => one.heard.length === 6 && other.heard.length === 6);
  expect(one.heard.slice(3)).toEqual([
    { kind: 'serviceParameters', parameters: { ...DEFAULT_PARAMETERS, idleGuard: 9 } },
    { kind: 'trace', level: 'error' },
    { kind: 'alarm', configuration: { toLog: false, toEventViewer: true } },
  ]);
  expect(other.heard).toEqual(one.heard);
});

test('what changes while a service is not there, it hears when it is there again', async () => {
  const first = await listen();
  const { parameters, tell } = watch();
  tell(first.port);
  await waitFor('the beginning', () => first.heard.length === 3);
  await first.notifier.close();
  parameters.change({ ...DEFAULT_PARAMETERS, idleGuard: 9 });
  const second = await listen(first.port);
  expect(second.port).toBe(first.port);
  await waitFor('everything anew', () => second.heard.length === 3);
  expect(second.heard[0]).toEqual({
    kind: 'serviceParameters',
    parameters: { ...DEFAULT_PARAMETERS, idleGuard: 9 },
  });
});

test('a monitor with another password is sent away, and changes nothing', async () => {
  const { port, heard, traced } = await listen();
  const { tell } = watch('guessed');
  tell(port);
  await waitFor('the refusal', () => traced.includes('change link: somebody without the password was sent away'));
  expect(heard).toEqual([]);
});

test.each([
  [{ kind: 'trace', level: 'loud' }, 'Invalid type: Expected ("off" | "error" | "detailed") but received "loud"'],
  [{ kind: 'nothing' }, 'Invalid type: Expected ("serviceParameters" | "trace" | "alarm") but received "nothing"'],
])('%j is refused in words, also with the password', async (change, words) => {
  const { port, heard } = await listen();
  const socket = connect(port, '127.0.0.1');
  const connection = createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
  connection.listen();
  closers.push(() => socket.destroy());
  const tell = () => connection.sendRequest('change/notify', { change });
  await expect(tell()).rejects.toThrow('the link is not open');
  await connection.sendRequest('change/open', { password: 'secret' });
  await expect(tell()).rejects.toThrow(words);
  expect(heard).toEqual([]);
});

test('a port that somebody else has is left to him, and a free one taken; the log says so', async () => {
  const stranger: Server = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => stranger.close(resolve)));
  const address = stranger.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const { port, traced } = await listen(taken);
  expect([port === taken, traced]).toEqual([
    false,
    [`changes of the database are heard at 127.0.0.1:${port} (${taken} is taken)`],
  ]);
});
