import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
// Plain JavaScript: by a path that the compiler does not follow.
const { releaseNotes }: { releaseNotes(changelog: string, version: string): string | null } = await import(
  resolve(root, 'src-main/launch/package/release-notes.mjs')
);
const changelog = readFileSync(resolve(root, 'CHANGELOG.md'), 'utf8');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));

test('the changelog says what is new in this version, and the lock file is of the same', () => {
  expect(releaseNotes(changelog, version)).toMatch(/^### /);
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
});

test('its versions go down, each with its day, and its changes are of the known kinds', () => {
  const headings = [...changelog.matchAll(/^## \[(.+?)\](.*)$/gm)].map(([, name, rest]) => ({ name, rest }));
  expect(headings[0]).toEqual({ name: 'Unreleased', rest: '' });
  const numbers = headings.slice(1).map(({ name }) => (name ?? '').split('.').map(Number));
  expect(numbers).toEqual([...numbers].sort((one, other) => compare(other, one)));
  expect(headings.slice(1).every(({ rest }) => /^ - \d{4}-\d\d-\d\d$/.test(rest ?? ''))).toBe(true);
  const kinds = [...changelog.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind);
  expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toEqual(
    expect.arrayContaining([...new Set(kinds)]),
  );
});

test.each([
  ['1.1.0', '### Fixed\n\n- That.'],
  ['1.0.0', '### Added\n\n- This.'],
  ['2.0.0', null],
  ['Unreleased', null],
])('of %s it has %j', (wanted, notes) => {
  const text =
    '# Changelog\n\n## [Unreleased]\n\n- Soon.\n\n## [1.1.0] - 2026-02-01\n\n### Fixed\n\n- That.\n\n## [1.0.0] - 2026-01-01\n\n### Added\n\n- This.\n';
  expect(releaseNotes(text, wanted)).toBe(notes);
});

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((part, at) => part - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
