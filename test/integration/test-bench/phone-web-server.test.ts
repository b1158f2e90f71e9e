import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src-main/base/system-clock';
import { PhoneWebServer } from '../../../src-main/test-bench/phone-web-server/phone-web-server';
import { WebAccess } from '../../../src-main/test-bench/phone-web-server/web-access';

const DEVICE = 'SEP000000001001';
const XML = '<CiscoIPPhoneExecute><ExecuteItem Priority="0" URL="Key:Speaker"/></CiscoIPPhoneExecute>';
const DONE =
  '<?xml version="1.0" encoding="iso-8859-1"?>\r\n<CiscoIPPhoneResponse>\r\n<ResponseItem Status="0" Data="Success" URL="Key:Speaker"/>\r\n</CiscoIPPhoneResponse>\r\n';
const BASIC = `Basic ${Buffer.from('cisco:secret').toString('base64')}`;

let folder = '';
let server: PhoneWebServer;
let delivered: string[];
const file = (): string => join(folder, 'phone-web.json');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-web-'));
  delivered = [];
  writeFileSync(file(), JSON.stringify({ user: 'cisco', password: 'secret' }));
  await listen();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function listen(): Promise<void> {
  const access = WebAccess.open(file());
  server = await PhoneWebServer.listen(DEVICE, systemClock, {
    phone: (name) => ({ name, number: '1001', load: '0.2.0', messagesWaiting: false, userLocale: 'German_Germany' }),
    deliver: (name, xml) => delivered.push(`${name} ${xml}`),
    isAllowed: (credentials, device) => access.isAllowed(credentials, device),
    trace: () => {},
  });
}

const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.url}${path}`, init);
const execute = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  get('/CGI/Execute', { method: 'POST', body, headers: { Authorization: BASIC, ...headers } });

/** What comes back for these bytes until the phone has closed the connection. */
function exchange(...pieces: readonly string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  for (const piece of pieces) socket.write(piece, 'latin1');
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    socket.once('close', () => resolve(answer));
    socket.once('error', reject);
  });
}

test('the pages of a 7960, in HTML and in XML, for whoever is on this computer', async () => {
  const page = await get('/DeviceInformationX');
  expect([page.status, page.headers.get('server')]).toEqual([200, 'Allegro-Software-RomPager/4.34']);
  expect((await page.text()).split('\r\n').slice(0, 5)).toEqual([
    '<?xml version="1.0" encoding="iso-8859-1"?>',
    '<DeviceInformation>',
    '<MACAddress>000000001001</MACAddress>',
    '<HostName>SEP000000001001</HostName>',
    '<phoneDN>1001</phoneDN>',
  ]);
  const first = await (await get('/')).text();
  expect(first).toMatch(/MAC Address[\s\S]*000000001001[\s\S]*App Load ID[\s\S]*Boot/);
  expect(first).toContain('Cisco Systems, Inc. IP Phone CP-7960G ( SEP000000001001 ) </FONT>');
  const network = await (await get('/NetworkConfigurationX')).text();
  expect(network).toContain('<CallManager1>127.0.0.1  Active</CallManager1>');
  const names = ['EthernetInformation', 'PortInformation', 'StreamingStatistics'];
  for (const name of names) expect((await get(`/${name}X`)).status).toBe(200);
  expect(await (await get('/PortInformationX?4')).text()).toContain('<port>Invalid Argument</port>');
  expect(await (await get('/StreamingStatisticsX?n1')).text()).toContain('<Name>Invalid Argument</Name>');
  const absent = ['/nowhere', '/deviceinformation', '/CGI/Java/Serviceability', '/CGI/ModeInfo', '/CGI/Execute'];
  for (const path of absent) expect((await get(path)).status).toBe(404);
  const head = await get('/DeviceInformationX', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('Execute: a challenge without a password, error 4 for a wrong one, and done with the right one', async () => {
  const unasked = await execute(XML, { Authorization: '' });
  expect([unasked.status, unasked.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="user"']);
  const wrong = await execute(XML, { Authorization: `Basic ${Buffer.from('cisco:other').toString('base64')}` });
  expect([wrong.status, await wrong.text()]).toEqual([200, '<CiscoIPPhoneError Number="4" />']);
  expect(delivered).toEqual([]);
  const done = await execute(new URLSearchParams({ XML }).toString());
  expect([done.status, done.headers.get('content-type'), await done.text()]).toEqual([
    200,
    'text/xml; charset=iso-8859-1',
    DONE,
  ]);
  expect(delivered).toEqual([`${DEVICE} ${XML}`]);
});

const HEAD = `POST /CGI/Execute HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${BASIC}\r\n`;
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['raw, one byte longer than it says', [`${HEAD}Content-Length: ${XML.length + 3}\r\n\r\nXML=${XML}`]],
  ['whose last byte comes later', [`${HEAD}Content-Length: ${XML.length - 1}\r\n\r\n${XML.slice(0, -1)}`, '>']],
  ['without a type, by HTTP/1.0', [`${HEAD.replace('1.1', '1.0')}Content-Length: ${XML.length}\r\n\r\n${XML}`]],
  ['with bare ends of line', [`${HEAD}Content-Length: ${XML.length}\r\n\r\n`.replaceAll('\r', '') + XML]],
  ['that is not whole by its length, and says no more', [`${HEAD}Content-Length: 5\r\n\r\n${XML}`]],
];

test.each(SHAPES)('Execute: a document %s', async (_name, pieces) => {
  const answer = await exchange(...pieces);
  expect(answer.split('\r\n\r\n')).toEqual([expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n/), DONE]);
  expect(delivered).toEqual([`${DEVICE} ${XML}`]);
});

test('who waits for a word before the body gets it', async () => {
  const answer = await exchange(
    `${HEAD}Expect: 100-continue\r\nConnection: close\r\nContent-Length: ${XML.length}\r\n\r\n`,
    XML,
  );
  expect(answer.replace('HTTP/1.1 100 Continue\r\n\r\n', '')).toMatch(/^HTTP\/1\.1 200 OK/);
});

test('what can be read by nobody is refused, and bounded', async () => {
  expect(await exchange('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await exchange(`GET / HTTP/1.1\r\nX: ${'x'.repeat(9000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await exchange(`${HEAD}Content-Length: 4000000000\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await exchange(`${HEAD}Content-Length: 1\r\n\r\n<${'a'.repeat(5000)}`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await exchange(`${HEAD}Connection: close\r\nContent-Length: 5\r\n\r\nhello`)).toMatch(/Number="1" \/>$/);
  expect(delivered).toEqual([]);
});

test.each([
  ['a web page', 'Origin: http://elsewhere.example'],
  ['a name that leads here', 'Host: elsewhere.example'],
])('%s is sent away', async (_who, header) => {
  const lines = [header, ...(header.startsWith('Host') ? [] : ['Host: 127.0.0.1'])];
  const answer = await exchange(
    `POST /CGI/Execute HTTP/1.1\r\n${lines.join('\r\n')}\r\nAuthorization: ${BASIC}\r\nConnection: close\r\nContent-Length: ${XML.length}\r\n\r\n${XML}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(delivered).toEqual([]);
});

test('the authentication URL is asked as a desk phone asks it, and only its exact word opens', async () => {
  const asked: string[] = [];
  let says = 'UNAUTHORIZED';
  const authority = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(says);
  });
  await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
  const authenticationURL = `http://127.0.0.1:${(authority.address() as AddressInfo).port}/auth`;
  writeFileSync(file(), JSON.stringify({ user: 'cisco', password: 'unused', authenticationURL }));
  await server.close();
  await listen();
  const answers: string[] = [];
  for (says of ['UNAUTHORIZED', 'AUTHORIZED\n', 'AUTHORIZED']) answers.push(await (await execute(XML)).text());
  expect(answers).toEqual(['<CiscoIPPhoneError Number="4" />', '<CiscoIPPhoneError Number="4" />', DONE]);
  expect(asked[0]).toBe(`/auth?UserID=cisco&Password=secret&devicename=${DEVICE}`);
  authority.closeAllConnections();
  authority.close();
});

test('the file is made with a password of its own, for its user alone, and keeps what its user has put there', () => {
  rmSync(file());
  WebAccess.open(file()).write({ [DEVICE]: 'http://127.0.0.1:1' });
  const made = JSON.parse(readFileSync(file(), 'utf8'));
  expect(made).toEqual({
    user: 'cisco',
    password: expect.stringMatching(/^[\w-]{16}$/),
    phones: { [DEVICE]: 'http://127.0.0.1:1' },
  });
  if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
  WebAccess.open(file()).write({});
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...made, phones: {} });
  writeFileSync(file(), '{"user": 1}');
  expect(() => WebAccess.open(file())).toThrow(/phone-web\.json cannot be used: user: /);
});
