import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  [
    ['--screenshot'],
    { status: 2, stdout: '', stderr: 'callback-phone: --screenshot needs a folder: npm start -- --screenshot DIR\n' },
  ],
  [
    ['--rescue-database=bakup'],
    {
      status: 2,
      stdout: '',
      stderr: 'callback-phone: --rescue-database bakup is none of backup, new and quit: did you mean backup?\n',
    },
  ],
])('%j is answered before anything is installed', (words, answer) => {
  expect(start(...words)).toEqual(answer);
  expect(readdirSync(clone).sort()).toEqual(['package-lock.json', 'package.json', 'src-main']);
});

test('a Node that is too old is told so in words, also one that would not read the launcher’s own', () => {
  const manifest = readFileSync(join(clone, 'package.json'), 'utf8');
  writeFileSync(
    join(clone, 'package.json'),
    JSON.stringify({ ...JSON.parse(manifest), engines: { node: '>=99.1.0' } }),
  );
  const { status, stderr } = start('--version');
  writeFileSync(join(clone, 'package.json'), manifest);
  expect([status, stderr.split('\n')[0]]).toEqual([
    1,
    `callback-phone: Node >=99.1.0 is needed, and this is ${process.versions.node}.`,
  ]);
  // Ubuntu 22.04 has Node 12 of its own, which knows none of these.
  for (const file of ['start.mjs', 'node-version.mjs'])
    expect(readFileSync(join(root, 'src-main/launch', file), 'utf8')).not.toMatch(
      /\?\?|\?\.|\?\?=|replaceAll|^await |\.at\(/m,
    );
});
