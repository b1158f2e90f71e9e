import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const fpm = resolve(import.meta.dirname, '../../src-main/launch/package/fpm.mjs');
const work = mkdtempSync(join(tmpdir(), 'callback-phone-deb-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** As electron-builder asks for it. */
function wordsFor(file: string): readonly string[] {
  mkdirSync(join(work, 'app', 'resources'), { recursive: true });
  writeFileSync(join(work, 'app', 'callback-phone'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(work, 'app', 'resources', 'app.asar'), 'x'.repeat(5000));
  writeFileSync(
    join(work, 'dev.callbackphone.app.desktop'),
    '[Desktop Entry]\nExec="/opt/Callback Phone/callback-phone" %U\n',
    { mode: 0o600 },
  );
  writeFileSync(join(work, 'after-install'), '#!/bin/bash\ntrue\n');
  return [
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0 | libgtk-3-0t64', '-d', 'libnss3'],
    ...['--deb-compression', 'gz', '--architecture', 'amd64', '--after-install', join(work, 'after-install')],
    ...['--description', 'A phone\n with a long description', '--version', '1.2.3', '--package', file],
    ...['--name', 'callback-phone', '--maintainer', 'Us <us@phone.invalid>', '--url', 'https://phone.invalid'],
    ...['--category', 'net', '--deb-priority', 'optional', '--license', 'MIT'],
    `${join(work, 'app')}/=/opt/Callback Phone`,
    `${join(work, 'dev.callbackphone.app.desktop')}=/usr/share/applications/dev.callbackphone.app.desktop`,
  ];
}

test.runIf(existsSync('/usr/bin/dpkg-deb'))('our own stand-in for fpm makes a package that dpkg takes', () => {
  const file = join(work, 'phone.deb');
  execFileSync(fpm, wordsFor(file));
  const field = (name: string): string => execFileSync('dpkg-deb', ['-f', file, name], { encoding: 'utf8' }).trim();
  expect(['Package', 'Version', 'Architecture', 'Depends', 'Section', 'Description'].map(field)).toEqual([
    'callback-phone',
    '1.2.3',
    'amd64',
    'libgtk-3-0 | libgtk-3-0t64, libnss3',
    'net',
    'A phone\n with a long description',
  ]);
  const unpacked = join(work, 'unpacked');
  execFileSync('dpkg-deb', ['-R', file, unpacked]);
  const modeOf = (path: string): string => (statSync(join(unpacked, path)).mode & 0o777).toString(8);
  expect(modeOf('opt/Callback Phone/callback-phone')).toBe('755');
  expect(modeOf('usr/share/applications/dev.callbackphone.app.desktop')).toBe('644');
  // By a name, since what opens links on a plain desktop knows no path with a blank.
  expect(readFileSync(join(unpacked, 'usr/share/applications/dev.callbackphone.app.desktop'), 'utf8')).toBe(
    '[Desktop Entry]\nExec=callback-phone %U\n',
  );
  expect(modeOf('DEBIAN/postinst')).toBe('755');
  expect(readFileSync(join(unpacked, 'opt/Callback Phone/resources/app.asar'), 'utf8')).toHaveLength(5000);
  // Root's, whoever has made it.
  const owners = execFileSync('dpkg-deb', ['-c', file], { encoding: 'utf8' }).trim().split('\n');
  expect(owners.every((line) => line.includes(' root/root '))).toBe(true);
});

test.each([
  [['--hurry', 'up'], /does not know --hurry/],
  [['-t', 'rpm'], /Debian packages only/],
])('%j is refused, not ignored', (words, cause) => {
  const base = wordsFor(join(work, 'other.deb')).filter((word) => word !== '-t' && word !== 'deb');
  const run = spawnSync(fpm, [...base, ...(words[0] === '-t' ? words : ['-t', 'deb', ...words])], { encoding: 'utf8' });
  expect(run.status).not.toBe(0);
  expect(run.stderr).toMatch(cause);
});
