import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BEGIN_EARLY, WANT_QUIET } from '../../order.mts';

const root = resolve(import.meta.dirname, '../../..');

test('every file that has its place in the order of the tests is there', () => {
  expect([...WANT_QUIET, ...BEGIN_EARLY].filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});

test('every test with a sound server or a desktop of its own has the machine to itself', () => {
  const files = ['test/e2e', 'test/interop'].flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const listening = files
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => /startPrivateSoundServer|DesktopSession/.test(readFileSync(resolve(root, file), 'utf8')));
  expect(listening.length).toBeGreaterThan(0);
  expect(listening.filter((file) => !WANT_QUIET.includes(file))).toEqual([]);
});
