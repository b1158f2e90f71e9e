import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { PreferenceTable } from '../../src-main/store/preference-table.ts';
import { killAll, processTree } from '../support/processes.ts';
import { waitFor } from '../support/wait-for.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'dist', 'linux-unpacked');
const work = mkdtempSync(join(tmpdir(), 'callback-phone-updates-'));
/** Nothing that could be installed: it is fetched, checked, and thrown away with the app. */
const installer = Buffer.from('a newer version');

let feed: Server;
let asked: string[] = [];
let app: ChildProcess | undefined;
let output = '';

beforeAll(async () => {
  execFileSync(process.execPath, ['src-main/launch/package/package.mjs', 'dir'], { cwd: root, stdio: 'pipe' });
  feed = createServer((request, response) => {
    asked.push(request.url?.split('?')[0] ?? '');
    response.end(asked.at(-1) === '/latest-linux.yml' ? release() : installer);
  });
  await new Promise<void>((listening) => feed.listen(0, '127.0.0.1', listening));
  const { port } = feed.address() as AddressInfo;
  // As electron-builder writes them for a Debian package, where it knows to which address releases are published.
  const where = `provider: generic\nurl: http://127.0.0.1:${port}\nupdaterCacheDirName: ${work.slice(tmpdir().length + 1)}\n`;
  writeFileSync(join(folder, 'resources', 'app-update.yml'), where);
  writeFileSync(join(folder, 'resources', 'package-type'), 'deb');
});

afterEach(() => {
  // By force: quitting would install.
  if (app?.pid !== undefined) killAll(processTree(app.pid));
});

afterAll(() => {
  feed?.close();
  for (const file of ['app-update.yml', 'package-type']) rmSync(join(folder, 'resources', file), { force: true });
  rmSync(work, { recursive: true, force: true });
});

const release = (): string =>
  [
    'version: 9.9.9',
    'path: callback-phone-9.9.9-linux-amd64.deb',
    `sha512: ${createHash('sha512').update(installer).digest('base64')}`,
    "releaseDate: '2026-11-25T12:00:00.000Z'",
    'files:',
    '  - url: callback-phone-9.9.9-linux-amd64.deb',
    `    sha512: ${createHash('sha512').update(installer).digest('base64')}`,
    `    size: ${installer.length}`,
    '',
  ].join('\n');

/** The packaged app of somebody who has, or has not, wished for updates. */
function start(updates: boolean, ...words: readonly string[]): ChildProcess {
  const profile = join(work, `${updates}`);
  mkdirSync(profile);
  const database = openDatabase(join(profile, 'callmanager.db'));
  new PreferenceTable(database).change({ updates });
  database.close();
  asked = [];
  output = '';
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    join(folder, 'callback-phone'),
    [...asRoot, '--disable-gpu', `--user-data-dir=${profile}`, ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') },
    },
  );
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return child;
}

/** What the app writes down. */
const log = (updates: boolean): string => readFileSync(join(work, `${updates}`, 'logs', 'callback-phone.log'), 'utf8');

test('who has wished for updates gets a newer version fetched, to be installed when the app quits', async () => {
  app = start(true);
  const ready = () => output.includes('version 9.9.9 is installed when you quit');
  await waitFor('the newer version', ready, { timeoutMs: 60_000, otherwise: () => output });
  expect(asked).toEqual(['/latest-linux.yml', '/callback-phone-9.9.9-linux-amd64.deb']);
  expect(log(true)).toContain('version 9.9.9 is there, and is being fetched');
});

test('who has not wished for them sends nothing to the network', async () => {
  app = start(false);
  // Longer than the first look would wait for.
  await waitFor('the phones', () => /every phone is registered and shown/.test(output), { timeoutMs: 60_000 });
  const registered = performance.now();
  await waitFor(
    'what would have been asked by now',
    () => asked.length > 0 || performance.now() - registered > 12_000,
    {
      timeoutMs: 20_000,
    },
  );
  expect([asked, output.includes('updater:')]).toEqual([[], false]);
});
