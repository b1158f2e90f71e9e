import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const clone = mkdtempSync(join(tmpdir(), 'callback phone ü '));
afterAll(() => rmSync(clone, { recursive: true, force: true }));
beforeAll(() => {
  for (const name of ['src-main/launch', 'src-main/command-line', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(clone, name), { recursive: true });
});

const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** `npm start -- WORDS` where nothing is installed, and nothing could be. */
const start = (...words: readonly string[]) => {
  const run = spawnSync(process.execPath, [join(clone, 'src-main/launch/start.mjs'), ...words], {
    cwd: clone,
    encoding: 'utf8',
    env: { HOME: clone, PATH: '' },
  });
  return { status: run.status, stdout: run.stdout.split('\n')[0], stderr: run.stderr };
};

test.each([
  [['--version'], { status: 0, stdout: `Callback Phone ${version}`, stderr: '' }],
  [['--help'], { status: 0, stdout: expect.stringContaining('Callback Phone: a Cisco IP Phone 7960'), stderr: '' }],
  [
    ['--demo', '--quit'],
    {
      status: 2,
      stdout: '',
      stderr: 'callback-phone: --quit is no option: did you mean --quiet? (--help lists them)\n',
    },
  ],
])('%j is answered before anything is installed', (words, answer) => {
  expect(start(...words)).toEqual(answer);
  expect(readdirSync(clone).sort()).toEqual(['package-lock.json', 'package.json', 'src-main']);
});
