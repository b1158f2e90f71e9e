import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceList } from '../../../src-main/shell/phones/service-list';

let folder = '';
let server: Server;
let asked: string[] = [];
const problems: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-services-'));
  mkdirSync(join(folder, 'theirs'));
  [asked, problems.length] = [[], 0];
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['x-ciscoipphonemodelname']}`);
    if (request.url === '/away') response.writeHead(302, { location: 'http://example.invalid/' }).end();
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (request.url === '/login') response.writeHead(303, { location: 'shop', 'set-cookie': 'user=bob' }).end();
    else if (request.url === '/none') response.writeHead(404).end();
    else if (request.url === '/huge') response.end('x'.repeat(100_000));
    else if (request.url === '/in')
      response
        .writeHead(200, { 'set-cookie': ['user=anna; Path=/shop', 'lang=en'], refresh: '5; url=/shop' })
        .end('<a/>');
    else if (request.url === '/shop') response.end(request.headers.cookie ?? 'who are you?');
    else response.end('<CiscoIPPhoneText/>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

const services = (): ServiceList =>
  new ServiceList({
    clock: { now: () => Date.now() },
    ours: 'assets/services',
    theirs: join(folder, 'theirs'),
    report: (problem) => problems.push(problem),
  });
const here = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

test("ours come first, then the user's; a list that cannot be read is reported", () => {
  const names = (): readonly string[] =>
    services()
      .list()
      .map(({ name }) => name);
  expect(names()).toEqual(['callBackRequests', 'phoneInformation', 'helpPage']);
  const list = join(folder, 'theirs', 'services.json');
  writeFileSync(list, '{"services":[{"name":"Canteen","opens":{"kind":"file","file":"canteen.xml"}}]}');
  expect(names()).toEqual(['callBackRequests', 'phoneInformation', 'helpPage', 'Canteen']);
  expect(problems).toEqual([]);
  writeFileSync(list, '{"services":[{"name":"Secrets","opens":{"kind":"file","file":"../secrets.xml"}}]}');
  expect([names().length, problems]).toEqual([3, [expect.stringContaining('services.0.opens.file')]]);
});

test("an object is read from the user's folder, and from nowhere else on the disk", async () => {
  writeFileSync(join(folder, 'theirs', 'canteen.xml'), '<CiscoIPPhoneMenu/>');
  writeFileSync(join(folder, 'secret.xml'), 'secret');
  expect(await services().open('SEP1', 'canteen.xml')).toEqual({
    ok: true,
    value: '<CiscoIPPhoneMenu/>',
    refresh: null,
  });
  const missing = { ok: false, error: { phrase: 'fileError', value: '' } };
  for (const url of ['../secret.xml', '/etc/hostname', 'missing.xml', '..'])
    expect(await services().open('SEP1', url)).toEqual(missing);
  expect(problems).toHaveLength(4);
});

test('a server on this machine is asked as by a 7960; others, also by redirection, other schemes, circles and what is too large are not taken', async () => {
  expect(await services().open('SEP1', here('/menu?a=1'))).toEqual({
    ok: true,
    value: '<CiscoIPPhoneText/>',
    refresh: null,
  });
  expect(asked).toEqual(['/menu?a=1 CP-7960']);
  expect(await services().open('SEP1', here('/none'))).toEqual({
    ok: false,
    error: { phrase: 'httpError', value: '404' },
  });
  const nobody = { ok: false, error: { phrase: 'hostNotFound', value: '' } };
  for (const url of [
    here('/away'),
    here('/round'),
    here('/huge'),
    'http://192.0.2.1/',
    'file:///etc/hostname',
    'https://127.0.0.1/',
  ])
    expect(await services().open('SEP1', url)).toEqual(nobody);
});

test('a service says when its page is replaced, and knows each phone by its cookies, until that phone is gone', async () => {
  const list = services();
  const shop = async (phone: string): Promise<unknown> => {
    const answer = await list.open(phone, here('/shop'));
    return answer.ok ? answer.value : answer.error;
  };
  expect(await list.open('SEP1', here('/in'))).toEqual({
    ok: true,
    value: '<a/>',
    refresh: { after: 5000, url: here('/shop') },
  });
  expect([await shop('SEP1'), await shop('SEP2')]).toEqual(['user=anna; lang=en', 'who are you?']);
  // A page may give a cookie and send the phone on.
  expect(await list.open('SEP2', here('/login'))).toMatchObject({ ok: true, value: 'user=bob' });
  list.forget('SEP1');
  expect([await shop('SEP1'), problems]).toEqual(['who are you?', []]);
});
