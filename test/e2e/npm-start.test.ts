import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { processTree, stillRunning } from '../support/processes.ts';
import { waitFor } from '../support/wait-for.ts';

const root = resolve(import.meta.dirname, '../..');
const profile = mkdtempSync(join(tmpdir(), 'callback phone start ü '));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));

/** `npm start -- WORDS` at a terminal, without npm's own two lines. */
function start(...words: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['src-main/launch/start.mjs', '--demo', `--user-data-dir=${profile}`, ...words],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said };
}

const READY = 'callback-phone: ready: 3 phones are on the screen; Ctrl+C quits\n';
/** What a machine without a display of its own, a sandbox or a download may say besides. */
const OF_THIS_MACHINE = /running as root|cannot be downloaded|there is no display/;

test('a start says where the phones are and how to quit, and nothing that is for makers; Ctrl+C ends all of it', async () => {
  const { child, said } = start();
  await waitFor('the app to be ready', () => said.err.includes(READY), {
    timeoutMs: 60_000,
    otherwise: () => said.err,
  });
  const processes = processTree(child.pid ?? -1);
  child.kill('SIGINT');
  const [status] = await once(child, 'exit');
  await waitFor('every process to end', () => stillRunning(processes).length === 0);
  const lines = said.err.split('\n').filter((line) => line !== '' && !OF_THIS_MACHINE.test(line));
  expect({ status, out: said.out, own: lines.filter((line) => !line.startsWith('callback-phone: ')) }).toEqual({
    status: 0,
    out: '',
    own: [],
  });
  expect(lines.at(-1)).toBe(READY.trim());
  // Whoever helps has all of it.
  expect(readFileSync(join(profile, 'logs', 'callback-phone.log'), 'utf8')).toContain('SIP server listens at');
});

test('with --quiet a healthy start says nothing but what was asked for: where the pictures are', async () => {
  const pictures = join(profile, 'pictures');
  const { child, said } = start('--quiet', '--screenshot', pictures);
  const [status] = await once(child, 'exit');
  const out = ['7960-1001.png', '7960-1002.png', '7960-1003.png'].map((name) => `${join(pictures, name)}\n`).join('');
  expect({ status, ...said }).toEqual({ status: 0, out, err: '' });
});
