import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceList } from '../../../src-main/app/phones/service-list';
import type { Asker } from '../../../src-main/app/phones/service-request';
import type { ServicePage } from '../../../src-main/phone/menus/page';

let folder = '';
let server: Server;
let asked: string[] = [];
const problems: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-services-'));
  mkdirSync(join(folder, 'theirs'));
  [asked, problems.length] = [[], 0];
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['x-ciscoipphonemodelname']} ${request.headers['accept-language']}`);
    if (request.url === '/away') response.writeHead(302, { location: 'http://example.invalid/' }).end();
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (request.url === '/login') response.writeHead(303, { location: 'shop', 'set-cookie': 'user=bob' }).end();
    else if (request.url === '/none') response.writeHead(404).end();
    else if (request.url === '/huge') response.end('x'.repeat(100_000));
    else if (request.url === '/in')
      response
        .writeHead(200, { 'set-cookie': ['user=anna; Path=/shop', 'lang=en'], refresh: '5; url=/shop' })
        .end('<a/>');
    else if (request.url === '/latin')
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1', expires: '0' })
        .end('Caf\xe9', 'latin1');
    else if (request.url === '/declared')
      response.end('<?xml version="1.0" encoding="iso-8859-1"?><CiscoIPPhoneText/><!--\xe9-->', 'latin1');
    else if (request.url === '/shop') response.end(request.headers.cookie ?? 'who are you?');
    else response.end('<CiscoIPPhoneText/>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

const ALICE = { name: 'SEP1', userLocale: 'German_Germany', language: 'de' };
const BOB = { ...ALICE, name: 'SEP2' };
const page = (url: string, body: string): ServicePage => ({ url, body, plain: false, refresh: null, expired: false });

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
  writeFileSync(join(folder, 'theirs', 'soup.txt'), 'Soup');
  expect(await services().open(ALICE, 'canteen.xml')).toEqual({
    ok: true,
    value: page('canteen.xml', '<CiscoIPPhoneMenu/>'),
  });
  expect(await services().open(ALICE, 'soup.txt')).toEqual({
    ok: true,
    value: { ...page('soup.txt', 'Soup'), plain: true },
  });
  const missing = { ok: false, error: { phrase: 'fileError', value: '' } };
  for (const url of ['../secret.xml', '/etc/hostname', 'missing.xml', '..'])
    expect(await services().open(ALICE, url)).toEqual(missing);
  expect(problems).toHaveLength(4);
});

test('a server on this machine is asked as by a 7960; others, also by redirection, other schemes, circles and what is too large are not taken', async () => {
  expect(await services().open(ALICE, here('/menu?a=1'))).toEqual({
    ok: true,
    value: page(here('/menu?a=1'), '<CiscoIPPhoneText/>'),
  });
  expect(asked).toEqual(['/menu?a=1 CP-7960 de']);
  expect(await services().open(ALICE, here('/none'))).toEqual({
    ok: false,
    error: { phrase: 'httpError', value: '404' },
  });
  for (const url of [here('/round'), here('/huge')])
    expect(await services().open(ALICE, url)).toEqual({ ok: false, error: { phrase: 'fileError', value: '' } });
  const nobody = { ok: false, error: { phrase: 'hostNotFound', value: '' } };
  for (const url of [here('/away'), 'http://192.0.2.1/', 'file:///etc/hostname', 'https://127.0.0.1/'])
    expect(await services().open(ALICE, url)).toEqual(nobody);
});

test('a service says when its page is replaced, and knows each phone by its cookies, until that phone is gone', async () => {
  const list = services();
  const shop = async (phone: Asker): Promise<unknown> => {
    const answer = await list.open(phone, here('/shop'));
    return answer.ok ? answer.value.body : answer.error;
  };
  expect(await list.open(ALICE, here('/in'))).toEqual({
    ok: true,
    value: { ...page(here('/in'), '<a/>'), refresh: { after: 5000, url: here('/shop') } },
  });
  expect([await shop(ALICE), await shop(BOB)]).toEqual(['user=anna; lang=en', 'who are you?']);
  // A page may give a cookie and send the phone on.
  expect(await list.open(BOB, here('/login'))).toMatchObject({
    ok: true,
    value: { url: here('/shop'), body: 'user=bob' },
  });
  list.forget('SEP1');
  expect([await shop(ALICE), problems]).toEqual(['who are you?', []]);
});

test('a page comes in the encoding that it names, says whether it is text for people, and whether it has expired', async () => {
  expect(await services().open(ALICE, here('/latin'))).toEqual({
    ok: true,
    value: { ...page(here('/latin'), 'Café'), plain: true, expired: true },
  });
  expect(await services().open(ALICE, here('/declared'))).toMatchObject({
    value: { body: expect.stringContaining('<!--é-->'), plain: false },
  });
});

test("the first question, by the user's list, says which phone asks; what that leads to does not", async () => {
  const file = here('/menu?day=%C3%A9&phone=#DEVICENAME#');
  const list = { services: [{ name: 'Canteen', opens: { kind: 'file', file } }] };
  writeFileSync(join(folder, 'theirs', 'services.json'), JSON.stringify(list));
  const answer = await services().open(ALICE, file);
  const path = '/menu?day=%C3%A9&phone=SEP1&locale=German_Germany&name=SEP1';
  expect(answer).toMatchObject({ value: { url: here(path) } });
  await services().open(ALICE, here('/menu?more'));
  expect(asked).toEqual([`${path} CP-7960 de`, '/menu?more CP-7960 de']);
});
