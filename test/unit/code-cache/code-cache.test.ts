import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runScript } from '../../../src-main/code-cache/code-cache';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-code-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = (source: string): string => {
  const file = join(folder, 'app.js');
  writeFileSync(file, source);
  return file;
};
const SOURCE = `exports.where = [__filename, __dirname]; exports.path = require('node:path').sep; exports.twice = (n) => n * 2;`;
type App = { twice: (n: number) => number; where: readonly string[]; path: string };

test('the script runs as a module of its own place, and finds what it requires', () => {
  const file = script(SOURCE);

  const { exports, wasKept } = runScript<App>(file);

  expect({ ...exports, twice: exports.twice(21), wasKept }).toStrictEqual({
    where: [file, folder],
    path: '/',
    twice: 42,
    wasKept: false,
  });
});

test('what was compiled of it is there in the next run, and in one of them after a function was first used', () => {
  const file = script(SOURCE);
  const first = runScript<App>(file);
  first.exports.twice(1);
  first.keep();

  const second = runScript<App>(file);

  expect([second.wasKept, second.exports.twice(4)]).toStrictEqual([true, 8]);
  expect(readdirSync(folder).sort()).toStrictEqual(['app.js', 'app.js.cache']);
});

test('another text of the same length is compiled anew', () => {
  const file = script(SOURCE);
  runScript(file).keep();
  script(SOURCE.replace('n * 2', 'n * 3'));

  const { exports, wasKept } = runScript<App>(file);

  expect([wasKept, exports.twice(2)]).toStrictEqual([false, 6]);
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['damaged in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 60, 90)],
  ['nothing', () => Buffer.alloc(0)],
])('kept code that is %s is compiled anew', (_what, spoil) => {
  const file = script(SOURCE);
  runScript(file).keep();
  writeFileSync(`${file}.cache`, spoil(readFileSync(`${file}.cache`)));

  const { exports, wasKept } = runScript<App>(file);

  expect([wasKept, exports.twice(2)]).toStrictEqual([false, 4]);
});

test('where it cannot be written, an error says so, and no part of it is left', () => {
  const file = script(SOURCE);
  const { keep } = runScript(file);
  execFileSync('mkdir', [`${file}.cache`]);

  expect(keep).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder).sort()).toStrictEqual(['app.js', 'app.js.cache']);
});
