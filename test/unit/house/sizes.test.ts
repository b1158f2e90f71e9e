import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** The drawn letters are data. */
const isWritten = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/font/');

const lengths = ['src-main', 'src-renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter(isWritten)
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
  .sort((one, other) => one.lines - other.lines);

/** @param part of all files, from 0 to 1 */
const linesAt = (part: number): number => lengths[Math.floor(lengths.length * part)]?.lines ?? Number.NaN;

test('half of the source files have fewer than 60 lines, nine in ten fewer than 140, and none more than 300', () => {
  expect(linesAt(0.5)).toBeLessThan(60);
  expect(linesAt(0.9)).toBeLessThan(140);
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
});
