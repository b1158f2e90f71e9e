import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BenchInTest } from './bench-in-test';

let bench: BenchInTest;
beforeEach(async () => {
  bench = await BenchInTest.start();
});
afterEach(() => bench.stop());

test('a phone is read, each part of it by its name', async () => {
  expect((await bench.told('/phones/1001')).body).toEqual({
    number: '1001',
    name: 'SEP000000001001',
    displayName: 'Alice',
    registered: true,
    title: '',
    prompt: 'Your current options',
    rows: [],
    page: 'calls',
    cursor: null,
    entry: null,
    lines: [{ button: 1, label: '1001', lamp: 'off', registered: true, kind: 'line', far: 'unknown', messages: false }],
    calls: [],
    softkeys: ['Redial', 'NewCall', 'CallBack', 'DND'],
    lamps: { handset: 'off', speaker: 'off', headset: 'off', mute: 'off', messages: 'off' },
    hook: 'onHook',
    muted: false,
    missedCalls: 0,
    volume: bench.phone.snapshot.volume,
    screen: '14:05 11/22/26 1001 1001 Your current options Redial NewCall CallBack DND',
    sounds: { tone: null, alerts: 0 },
    webServer: null,
  });
  expect((await bench.told('/phones/SEP000000001001')).body.number).toBe('1001');
});

test('keys are pressed by label and by name; one that is not there says which are', async () => {
  const pressed = await bench.told('/phones/1001/press', { keys: ['NewCall', 'KeyPad1', 'Key:KeyPad0'] });
  expect([pressed.status, pressed.body.entry, pressed.body.hook]).toEqual([200, '10', 'speaker']);
  expect(await bench.told('/phones/1001/press', { keys: ['KeyPad0', 'Answer'] })).toEqual({
    status: 409,
    body: {
      error: 'there is no key "Answer" now: the softkeys are <<, EndCall, Dial (KeyPad0 pressed before it)',
    },
  });
});

test('a number is dialled, and what becomes of it is waited for', async () => {
  expect((await bench.told('/phones/1001/dial', { number: '1002' })).status).toBe(200);
  const invited = bench.phone.done().find((effect) => effect.kind === 'line' && effect.command.kind === 'invite');
  const call = invited?.kind === 'line' && 'call' in invited.command ? String(invited.command.call) : '';
  const waiting = bench.told('/phones/1001/expect', { call: 'ringOut', display: { regex: 'RING out', flags: 'i' } });
  await bench.told('/phones/1001');
  bench.phone.hears({ kind: 'progress', call, phase: 'ringing' });
  bench.changed();
  const { status, body } = await waiting;
  expect([status, body.held, body.phone.calls[0].party]).toEqual([200, true, '1002']);
});

test('what does not come about in time is told with what was there instead', async () => {
  const { status, body } = await bench.told('/phones/1001/expect', {
    display: 'has become available',
    softkey: 'Dial',
    call: 'connected',
    lamp: { handset: 'flash' },
    tone: 'ring',
    alerts: 1,
    timeout: 20,
  });
  expect([status, body.held, body.error.split('; ')]).toEqual([
    409,
    false,
    [
      'expected display "has become available", but it was "14:05 11/22/26 1001 1001 Your current options Redial NewCall CallBack DND"',
      'expected softkey "Dial", but it was Redial, NewCall, CallBack, DND',
      'expected call connected, but it was none',
      'expected lamp handset flash, but it was off',
      'expected tone ring, but it was none',
      'expected 1 alerts, but it was 0',
    ],
  ]);
});

test('an expression that goes back and forth for ever holds up nobody', async () => {
  const began = performance.now();
  const { body } = await bench.told('/phones/1001/expect', { display: { regex: '^(.+.+.+.+)+!$' }, timeout: 0 });
  expect([body.held, performance.now() - began < 2000]).toEqual([false, true]);
});

test.each([
  ['/phones/1099', undefined, 404, 'there is no phone 1099: there are 1001'],
  ['/phone', undefined, 404, 'there is no /v1/phone: GET /v1/openapi.json lists what there is'],
  ['/phones', {}, 405, '/v1/phones takes GET'],
  ['/phones/1001/press', '{"keys"', 400, /^the body is no JSON: /],
  ['/phones/1001/press', { keys: 'NewCall' }, 400, 'keys are names of keys, such as ["CallBack"]'],
  ['/phones/1001/press', { keys: [] }, 400, 'keys are none'],
  ['/phones/1001/press', { keys: ['NewCall'], number: 1 }, 400, /^number /],
  ['/phones/1001/dial', { number: 'Bob' }, 400, 'number has digits, * and #, and + before them'],
  ['/phones/1001/expect', { timeout: 1 }, 400, /^says nothing that is expected/],
  ['/phones/1001/expect', { display: { regex: '(' } }, 400, 'display is no regular expression'],
  ['/phones/1001/display?format=gif', undefined, 400, 'format "gif" is none of text, json, png and cip'],
  ['/events?after=last', undefined, 400, 'after is the number of an event'],
])('%s %j is refused with %i, in words', async (path, body, status, error) => {
  const refused = await bench.told(path, body);
  expect(refused).toEqual({
    status,
    body: { error: typeof error === 'string' ? error : expect.stringMatching(error) },
  });
});

test('a body that never ends is not read to its end', async () => {
  expect(await bench.told('/phones/1001/type', ' '.repeat(1_048_577))).toEqual({
    status: 413,
    body: { error: 'a body has at most 1048576 bytes' },
  });
});

test('nobody gets in without the token, by another name, or from a web page', async () => {
  const statuses = [
    await bench.ask('/phones', undefined, { Authorization: '' }),
    await bench.ask('/phones', undefined, { Authorization: 'Bearer x' }),
    await bench.ask('/phones', undefined, { Authorization: `Basic ${bench.file.token}` }),
    await bench.ask('/phones', undefined, { Origin: 'https://example.com' }),
    await bench.ask('/phones', undefined, { Origin: 'null' }),
    await bench.ask('/phones', undefined, { Origin: bench.file.url }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([401, 401, 401, 403, 403, 200]);
  const port = Number(new URL(bench.file.url).port);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `GET /v1/phones HTTP/1.1\r\nHost: rebound.example:${port}\r\nAuthorization: Bearer ${bench.file.token}\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
  if (process.platform !== 'win32') expect(statSync(join(bench.folder, 'control.json')).mode & 0o777).toBe(0o600);
});

test('who sends nothing, or half a request, is not waited for', async () => {
  const port = Number(new URL(bench.file.url).port);
  const silent = connect(port, '127.0.0.1');
  const halting = connect(port, '127.0.0.1');
  halting.write('POST /v1/phones/1001/press HTTP/1.1\r\nHost: ');
  await Promise.all([text(silent), text(halting)]);
  expect([silent.readableEnded, halting.readableEnded]).toEqual([true, true]);
});

test('the display as text, as its parts, as PNG and as CIP', async () => {
  const displayed = async (format: string) => (await bench.ask(`/phones/1001/display?format=${format}`)).arrayBuffer();
  expect(
    Buffer.from(await displayed('text'))
      .toString()
      .split('\n'),
  ).toEqual(['14:05 11/22/26', '1001', '1001', 'Your current options', 'Redial NewCall CallBack DND', '']);
  expect((await bench.told('/phones/1001/display?format=json')).body).toEqual(bench.phone.snapshot.display);
  const picture = Buffer.from(await displayed('png'));
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
    'PNG',
    200,
    104,
  ]);
  const cip = Buffer.from(await displayed('cip')).toString();
  expect(cip).toContain('<CiscoIPPhoneImage><LocationX>0</LocationX>');
  expect(/<Data>([0-9A-F]+)<\/Data>/.exec(cip)?.[1]).toHaveLength((200 * 104) / 2);
});

test('events have numbers, and who comes back gets what it has missed', async () => {
  await bench.told('/phones/1001/press', { keys: ['NewCall'] });
  bench.changed();
  await bench.told('/phones/1001/dial', { number: '1002' });
  const { body } = await bench.ask('/events?kind=keys&kind=dialled', undefined, { 'Last-Event-ID': '0' });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  while (!read.includes('dialled')) read += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  expect(read.split('\n').filter((line) => /^(id|event):/.test(line))).toEqual([
    'id: 1',
    'event: keys',
    'id: 3',
    'event: dialled',
  ]);
});
