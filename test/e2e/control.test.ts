import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { waitFor } from '../support/wait-for.ts';

let app: ElectronApp;
const controlFile = (): string => join(app.userDataDirectory, 'control.json');

beforeAll(async () => {
  app = await launchApp({ arguments: ['--demo', '--control'], parameters: { idleGuard: 0 } });
  await waitFor('control.json', () => existsSync(controlFile()), { timeoutMs: 60_000 });
});
afterAll(() => app.close());

/** `npm run phone -- WORDS`; what it prints. */
async function phone(...words: readonly string[]): Promise<string> {
  const folder = ['--user-data-dir', app.userDataDirectory];
  const child = spawn(process.execPath, ['src-main/test-bench/clients/phone.mjs', ...words, ...folder]);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect({ words, status: await ended, err }).toEqual({ words, status: 0, err: '' });
  return out;
}

test('the busy story of the chapter, by a program that drives no window', async () => {
  await phone('dial', '1003', '1002');
  await phone('expect', '1002', 'From Carol (1003)');
  await phone('press', '1002', 'Answer');
  await phone('expect', '1003', 'Connected');
  await phone('dial', '1001', '1002');
  await phone('expect', '1001', 'Busy');
  await phone('press', '1001', 'CallBack');
  await phone('expect', '1001', 'Call Back is activated on 1002.');
  await phone('press', '1003', 'EndCall');
  await phone('expect', '1001', '/1002 has become available Time \\d\\d:\\d\\d/', '--timeout', '20s');
  await phone('press', '1001', 'Dial');
  await phone('expect', '1002', 'From Alice (1001)');
  await phone('press', '1002', 'Answer');
  await phone('expect', '1001', 'Connected');
  const { calls, sounds } = JSON.parse(await phone('read', '1001', '--json'));
  expect([calls[0].state, calls[0].party, sounds]).toEqual(['connected', 'Bob (1002)', { tone: null, alerts: 1 }]);
  await phone('press', '1001', 'EndCall');
});

test('what a program reads of the display is what the window says', async () => {
  const window = await app.phone('1003');
  await phone('press', '1003', 'Directories');
  await window.expectDisplay('Missed Calls');
  const { screen } = JSON.parse(await phone('read', '1003', '--json'));
  expect(await window.displayText()).toBe(screen);
});
