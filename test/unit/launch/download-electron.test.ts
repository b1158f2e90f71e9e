import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
// Plain JavaScript: by a path that the compiler does not follow.
const { downloadElectron }: { downloadElectron(root: string, firstByteLimitMs: number): Promise<string | null> } =
  await import(resolve(root, 'src-main/launch/download-electron.mjs'));
const modules = resolve(root, 'node_modules');
const { version } = JSON.parse(readFileSync(join(modules, 'electron', 'package.json'), 'utf8'));
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const work = mkdtempSync(join(tmpdir(), 'download-electron-'));
const servers: Server[] = [];
let zip: Buffer;

beforeAll(() => {
  const folder = join(work, 'zipped');
  mkdirSync(folder);
  writeFileSync(join(folder, 'electron'), 'an executable');
  writeFileSync(join(folder, 'version'), version);
  execFileSync('python3', [
    '-m',
    'zipfile',
    '-c',
    join(work, zipName),
    join(folder, 'electron'),
    join(folder, 'version'),
  ]);
  zip = readFileSync(join(work, zipName));
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A project whose npm packages are there, and whose Electron was never downloaded. */
function freshProject(name: string): string {
  const project = join(work, name);
  const own = join(project, 'node_modules');
  mkdirSync(join(own, 'electron'), { recursive: true });
  for (const file of ['install.js', 'package.json', 'checksums.json'])
    cpSync(join(modules, 'electron', file), join(own, 'electron', file));
  for (const scope of ['@electron', '@electron-internal']) symlinkSync(join(modules, scope), join(own, scope));
  vi.stubEnv('electron_config_cache', join(project, 'downloads'));
  vi.stubEnv('electron_use_remote_checksums', '1');
  return project;
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Has the zip and its checksum, as a mirror of Electron's releases has them. */
const mirror = (): Promise<Server> =>
  listen((request, response) => {
    const sum = createHash('sha256').update(zip).digest('hex');
    response.end(request.url?.endsWith('SHASUMS256.txt') ? `${sum} *${zipName}\n` : zip);
  });

test('from a mirror that the environment names: it is there, complete', async () => {
  const project = freshProject('mirrored');
  vi.stubEnv('ELECTRON_MIRROR', `${addressOf(await mirror())}/`);
  expect(await downloadElectron(project, 20_000)).toBe(null);
  expect(readFileSync(join(project, 'node_modules/electron/dist/electron'), 'utf8')).toBe('an executable');
  expect(existsSync(join(project, 'node_modules/electron/path.txt'))).toBe(true);
});

test('by the proxy that npm has, where the environment has none', async () => {
  const project = freshProject('by-proxy');
  const { port } = (await mirror()).address() as AddressInfo;
  const asked: string[] = [];
  const proxy = await listen((asking, response) => {
    asked.push(new URL(asking.url ?? '').host);
    get({ port, path: new URL(asking.url ?? '').pathname }, (answer) => answer.pipe(response));
  });
  proxy.on('connect', (asking, socket) => {
    asked.push((asking.url ?? '').replace(/:80$/, ''));
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
  });
  for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'])
    for (const one of [name, name.toUpperCase()]) vi.stubEnv(one, undefined);
  vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/');
  vi.stubEnv('npm_config_https_proxy', addressOf(proxy));
  expect(await downloadElectron(project, 20_000)).toBe(null);
  expect(new Set(asked)).toEqual(new Set(['mirror.invalid']));
});

test('a proxy that cannot be reached is named, and its password is not', async () => {
  const project = freshProject('refused');
  vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/');
  vi.stubEnv('https_proxy', 'http://me:secret@127.0.0.1:9');
  expect(await downloadElectron(project, 20_000)).toBe(
    'connect ECONNREFUSED 127.0.0.1:9, by the proxy http://127.0.0.1:9',
  );
});

test('a line that delivers nothing is given up', async () => {
  const project = freshProject('silent');
  vi.stubEnv('ELECTRON_MIRROR', `${addressOf(await listen(() => {}))}/`);
  expect(await downloadElectron(project, 2000)).toBe('nothing has come for 2 s');
});
