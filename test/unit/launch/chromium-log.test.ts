import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

interface ChromiumLog {
  sortLine(line: string): 'show' | 'keep' | 'drop';
  logFolder(appArguments: readonly string[], env: NodeJS.ProcessEnv): string;
  chromiumLog(folder: string): (line: string) => void;
}
// Plain JavaScript: by a path that the compiler does not follow.
const { sortLine, logFolder, chromiumLog }: ChromiumLog = await import(
  resolve(import.meta.dirname, '../../../src-main/launch/chromium-log.mjs')
);
const work = mkdtempSync(join(tmpdir(), 'chromium-log-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each([
  ['[31:1201/104500.123:ERROR:bus.cc(407)] Failed to connect to the bus', 'keep'],
  ['[31:1201/104500.123456:WARNING:sandbox_linux.cc(436)] InitializeSandbox() called with multiple threads', 'keep'],
  ['[31:1201/104500.123:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found', 'show'],
  ['2026-12-01T10:45:00.000Z TRACE Shell every phone is registered and shown', 'drop'],
  ['2026-12-01T10:45:00.000Z ALARM Shell BackupNotKept: the disk is full', 'show'],
  ['callback-phone: ready', 'show'],
  ['DevTools listening on ws://127.0.0.1:9/devtools/browser/1', 'show'],
])('%j: %s', (line, place) => {
  expect(sortLine(line)).toBe(place);
});

test('it lies in the user data folder of the start', () => {
  expect(logFolder(['--demo', '--user-data-dir=/tmp/mine'], {})).toBe(join('/tmp/mine', 'logs'));
  if (process.platform === 'linux')
    expect(logFolder([], { XDG_CONFIG_HOME: '/me/config' })).toBe('/me/config/Callback Phone/logs');
});

test('what is kept is there, line by line', () => {
  const keep = chromiumLog(join(work, 'logs'));
  keep('one');
  keep('two');
  expect(readFileSync(join(work, 'logs', 'chromium.log'), 'utf8')).toBe('one\ntwo\n');
});
