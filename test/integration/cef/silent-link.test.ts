import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { systemClock } from '../../../src-main/base/system-clock';
import { QbeHelper } from '../../../src-main/cef/qbe-helper/qbe-helper';
import { waitFor } from '../../support/wait-for';

/** A CTIManager at the other end of a real socket, that opens the provider and then answers as long as it likes to. */
let server: Server;
let link: QbeHelper;
let connections = 0;
let answersUntil = 0;
let beats = 0;
const told: string[] = [];

function serve(socket: Socket): void {
  connections += 1;
  socket.on('error', () => {});
  const connection = createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
  connection.onRequest('provider/open', () => ({ version: 'test' }));
  connection.onRequest('provider/heartBeat', () => {
    beats += 1;
    return beats <= answersUntil ? {} : new Promise(() => {});
  });
  connection.onRequest('line/open', () => new Promise(() => {}));
  connection.listen();
}

beforeEach(async () => {
  [connections, beats] = [0, 0];
  told.length = 0;
  server = createServer(serve);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const limits = { retryAfter: 50, openWithin: 2000, answerWithin: 300, heartBeatInterval: 0.1 };
  link = new QbeHelper(
    {
      host: '127.0.0.1',
      port,
      application: { application: 'test', address: '127.0.0.1', port: 2552, instance: 'only' },
      password: 'secret',
      ...limits,
    },
    systemClock,
    {
      onDidOpen: () => told.push('open'),
      onDidClose: () => told.push('closed'),
      onEvent: () => {},
      onRoll: () => {},
      onPressed: () => {},
    },
    () => {},
  );
});
afterEach(async () => {
  link.stop();
  await new Promise((closed) => server.close(closed));
});

test('heartbeats that are answered keep the link; one that is not is the end of it, and it is made anew', async () => {
  answersUntil = 5;
  link.start();
  await waitFor('a second connection', () => connections === 2 && told.length === 3);
  expect([told, beats >= 6]).toEqual([['open', 'closed', 'open'], true]);
});

test('a request without an answer fails in words, after the Synchronous Request Time Out', async () => {
  answersUntil = Number.POSITIVE_INFINITY;
  link.start();
  await waitFor('the link to open', () => told.includes('open'));
  expect(await link.request('line/open', { number: '1002' })).toEqual({ ok: false, error: 'no answer within 300 ms' });
});
