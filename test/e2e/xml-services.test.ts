import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Cluster } from './cluster-stories.ts';

/** A service on this machine: a menu, a picture that changes by itself, and a page for whoever has been given a cookie. */
let server: Server;
let folder = '';
let running: Cluster | undefined;
let pictures = 0;
let asked: string[] = [];

const menuItem = (name: string, path: string): string =>
  `<MenuItem><Name>${name}</Name><URL>${here(path)}</URL></MenuItem>`;
const here = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

/** All black, but that the first two rows become bare from the second time on. */
const picture = (): string => {
  pictures += 1;
  const data = pictures === 1 ? 'FF'.repeat(25) : `${'00'.repeat(5)}${'FF'.repeat(20)}`;
  return `<CiscoIPPhoneImage><Title>Camera</Title><Prompt>Picture ${Math.min(pictures, 2)}</Prompt>
    <LocationX>0</LocationX><LocationY>20</LocationY><Width>10</Width><Height>10</Height><Depth>2</Depth>
    <Data>${data}</Data></CiscoIPPhoneImage>`;
};

beforeEach(async () => {
  [pictures, asked] = [0, []];
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', here('/'));
    switch (pathname) {
      case '/menu': {
        asked.push(search);
        const items = [
          menuItem('Camera', '/camera'),
          menuItem('My page', '/mine'),
          menuItem('Sign in', '/in'),
          menuItem('Broken', '/broken'),
          menuItem('Notice', '/notice'),
          menuItem('Inbox', '/inbox'),
          menuItem('People', '/people'),
        ];
        response.end(
          `<CiscoIPPhoneMenu><Title>Office</Title><Prompt>Welcome</Prompt>${items.join('')}</CiscoIPPhoneMenu>`,
        );
        break;
      }
      case '/camera':
        response.writeHead(200, { 'content-type': 'text/xml', refresh: '1' }).end(picture());
        break;
      case '/in':
        response.writeHead(200, { 'set-cookie': 'user=Alice; Path=/mine' });
        response.end('<CiscoIPPhoneText><Title>Sign in</Title><Text>You are in.</Text></CiscoIPPhoneText>');
        break;
      case '/mine': {
        const [, user] = /user=(\w+)/.exec(request.headers.cookie ?? '') ?? [];
        if (user) response.end(`<CiscoIPPhoneText><Text>Hello ${user}.</Text></CiscoIPPhoneText>`);
        else response.writeHead(403).end();
        break;
      }
      case '/inbox': {
        const icon = `<IconItem><Index>1</Index><Width>10</Width><Height>10</Height><Depth>2</Depth><Data>${'1B'.repeat(25)}</Data></IconItem>`;
        const item = menuItem('From Carol', '/notice').replace('<Name>', '<IconIndex>1</IconIndex><Name>');
        response.end(`<CiscoIPPhoneIconMenu><Title>Inbox</Title>${item}${icon}</CiscoIPPhoneIconMenu>`);
        break;
      }
      case '/people':
        response.end('<CiscoIPPhoneExecute><ExecuteItem URL="Key:Directories"/></CiscoIPPhoneExecute>');
        break;
      case '/notice':
        response.writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' });
        response.end('Caf\xe9 closed: <Friday> & <Saturday>', 'latin1');
        break;
      default:
        response.end('<CiscoIPPhoneImage><Title>Broken</Title><Data>xyz</Data></CiscoIPPhoneImage>');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  folder = await mkdtemp(join(tmpdir(), 'callback-phone-xml-services-'));
  await mkdir(join(folder, 'TFTPPath'));
  const list = { services: [{ name: 'Office', opens: { kind: 'file', file: here('/menu') } }] };
  await writeFile(join(folder, 'TFTPPath', 'services.json'), JSON.stringify(list));
});

afterEach(async () => {
  await running?.app.close();
  running = undefined;
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

test('a service gives a menu, a picture that replaces itself, and a page to the phone alone that it has given a cookie', async () => {
  running = await Cluster.start({ userDataDirectory: folder });
  const { alice, bob } = running;
  for (const phone of [alice, bob]) {
    await phone.press('Services');
    await phone.expectDisplay('Office');
    await phone.press('4');
    await phone.expectDisplay(/Office.*Welcome/);
  }
  const locale = 'locale=English_United_States';
  expect(asked).toEqual([`?${locale}&name=SEP000000001001`, `?${locale}&name=SEP000000001002`]);

  await alice.press('1');
  await alice.expectDisplay('Picture 1');
  expect(await alice.page.getByRole('img', { name: 'Camera', exact: true }).count()).toBe(1);
  await alice.expectDisplay('Picture 2');
  await alice.press('Exit');
  await alice.expectDisplay(/Office.*Welcome/);
  const seen = pictures;

  await alice.press('2');
  await alice.expectDisplay('HTTP Error [403]!');
  await alice.press('3');
  await alice.expectDisplay('You are in.');
  await alice.press('Exit');
  await alice.press('2');
  await alice.expectDisplay(/My page.*Hello Alice\./);
  await bob.press('2');
  await bob.expectDisplay('HTTP Error [403]!');

  await alice.press('Exit');
  await alice.press('4');
  await alice.expectDisplay(/Office.*XML Error \[4\]: Parse Error/);
  // Nobody looks at the camera any longer, and nobody asks for it.
  expect(pictures).toBe(seen);

  await alice.press('6');
  await alice.expectDisplay(/Inbox.*From Carol/);
  await alice.press('1');
  await alice.expectDisplay(/From Carol.*Café closed: <Friday> & <Saturday>/);
  await alice.press('Exit');
  await alice.expectDisplay(/Inbox.*From Carol/);
  await alice.press('Exit');
  await alice.expectDisplay(/Office.*Welcome/);
  await alice.press('7');
  await alice.expectDisplay(/DIRECTORY.*Missed Calls/);
});
