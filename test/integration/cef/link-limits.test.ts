import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DbChangeNotifier } from '../../../src-main/cef/db-change-notifier/db-change-notifier';
import { ManualClock } from '../../support/manual-clock';
import { waitFor } from '../../support/wait-for';

/** Strangers at the change link; the CTI link has the same listener. */
let clock: ManualClock;
let notifier: DbChangeNotifier;
let port: number;
let traced: string[];
let sockets: Socket[];

beforeEach(async () => {
  clock = new ManualClock();
  [traced, sockets] = [[], []];
  notifier = new DbChangeNotifier(
    'secret',
    () => {},
    (text) => traced.push(text),
    clock,
  );
  port = await notifier.listen(0);
  traced.length = 0;
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await notifier.close();
});

function stranger(...pieces: readonly string[]): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes;
  });
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  for (const piece of pieces) socket.write(piece);
  return { socket, closed };
}

const frame = (body: string) => `Content-Length: ${body.length}\r\n\r\n${body}`;
const request = (method: string, params: object = {}) =>
  frame(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));

const NO_MESSAGE = 'sends something else than a JSON-RPC message';

test.each([
  ['an announced giant', 'Content-Length: 4000000000\r\n\r\n{', 'announces 4000000000 bytes, and may send 65536'],
  ['a header without end', 'A: b\r\n'.repeat(1000), 'sends a header of more than 4096 bytes'],
  ['a bomb of depth', frame('['.repeat(65_000)), NO_MESSAGE],
  ['a batch', frame(`[${'{},'.repeat(99)}{}]`), NO_MESSAGE],
  [
    'neither a request nor an answer',
    frame(`{"jsonrpc":"2.0","x":${'['.repeat(5000)}${']'.repeat(5000)}}`),
    NO_MESSAGE,
  ],
  ['an answer to nothing', frame('{"jsonrpc":"2.0","id":null,"error":{}}'), NO_MESSAGE],
  ['a cancellation of nothing', frame('{"jsonrpc":"2.0","method":"$/cancelRequest"}'), NO_MESSAGE],
  ['a cancellation of null', frame('{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}'), NO_MESSAGE],
  ['a thousand unknown methods', request('dance').repeat(1000), 'has sent 16 messages and not opened the link'],
])('%s ends in a close, and the log says why', async (_name, text, fault) => {
  await stranger(text).closed;
  expect(traced.filter((line) => line.includes(': closed'))).toEqual([`change link: the other end ${fault}: closed`]);
});

test('HTTP is closed at its first line, and logged once', async () => {
  const answers = [
    await stranger('GET / HTTP/1.1\r\n').closed,
    await stranger('POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}').closed,
  ];
  expect([answers, traced]).toEqual([['', ''], ['change link: the other end speaks HTTP: closed']]);
});

test('half a gigabyte that nobody has asked for takes no memory', async () => {
  const before = process.memoryUsage.rss();
  const { socket, closed } = stranger('Content-Length: 4000000000\r\n\r\n');
  const piece = Buffer.alloc(1_048_576);
  for (let count = 0; count < 512 && !socket.destroyed; count += 1)
    await new Promise((resolve) => socket.write(piece, resolve));
  await closed;
  expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
});

test('whoever does not open the link in time is sent away, and so is who never ends a message', async () => {
  const idle = stranger();
  await waitFor('the connection', () => clock.pending >= 2);
  clock.pass(5000);
  await idle.closed;
  const slow = stranger(request('change/open', { password: 'secret' }));
  await new Promise((answered) => slow.socket.once('data', answered));
  clock.pass(60_000);
  expect(slow.socket.destroyed).toBe(false);
  const pending = clock.pending;
  slow.socket.write('Content-Length: 100000\r\n');
  await waitFor('the beginning of a message', () => clock.pending > pending);
  clock.pass(30_000);
  await slow.closed;
  expect(traced).toEqual([
    'change link: the other end has not opened the link in time: closed',
    'change link: the other end has not ended a message in time: closed',
  ]);
});

test('of many connections that open nothing eight are let in', async () => {
  const many = Array.from({ length: 20 }, () => stranger());
  await waitFor('twelve refusals', () => many.filter(({ socket }) => socket.destroyed).length === 12);
  expect(traced).toEqual(['change link: too many connections that have not opened it: new ones are closed']);
});
