import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlertPlayer } from '../../../../src-main/app/phones/alert-player';
import type { LineCommand } from '../../../../src-main/contract/line-port';
import { ManualClock } from '../../../support/manual-clock';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-alert-'));
  for (const name of ['own', 'ours']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = () => join(folder, 'own', 'CallBack.raw');
const ours = () => join(folder, 'ours', 'CallBack.raw');

/** An alert player, and what it had others do: alarms, notifications, commands for the line page. */
function player() {
  const told: string[] = [];
  const sent: LineCommand[] = [];
  const clock = new ManualClock();
  const alert = new AlertPlayer({
    clock,
    folders: [join(folder, 'own'), join(folder, 'ours')],
    send: (command) => sent.push(command),
    alarm: (name, text) => told.push(`alarm ${name}: ${text}`),
    notify: (line) => told.push(`notification for ${line}`),
  });
  return { alert, told, sent, clock };
}

const good = 'assets/CallBack.raw';
const started = (alert: string) => ({ kind: 'alertStarted', alert }) as const;

test('a good file is played, confirmed, and nobody is told anything', async () => {
  copyFileSync(good, ours());
  const { alert, told, sent, clock } = player();
  await alert.play('CallBack.raw', '1001', 0.6);
  expect(sent).toEqual([
    { kind: 'playAlert', line: '1001', alert: '1001-alert-1', wav: expect.stringMatching(/^UklGR/), gain: 0.6 },
  ]);
  clock.pass(900);
  alert.onEvent(started('1001-alert-1'));
  clock.pass(5000);
  expect(told).toEqual([]);
});

test('without a confirmation within one second there are an alarm and a notification, once', async () => {
  copyFileSync(good, ours());
  const { alert, told, clock } = player();
  await alert.play('CallBack.raw', '1001', 0.6);
  clock.pass(1000);
  alert.onEvent({ kind: 'alertFailed', alert: '1001-alert-1', cause: 'late' });
  expect(told).toEqual([
    'alarm AlertNotHeard: the audio alert of line 1001 was not played: it did not start within one second',
    'notification for 1001',
  ]);
});

test('the line page says why it could not play: so does the alarm', async () => {
  copyFileSync(good, ours());
  const { alert, told, clock } = player();
  await alert.play('CallBack.raw', '1001', 0.6);
  alert.onEvent({ kind: 'alertFailed', alert: '1001-alert-1', cause: 'The sound output is suspended.' });
  clock.pass(5000);
  expect(told).toEqual([
    'alarm AlertNotHeard: the audio alert of line 1001 was not played: The sound output is suspended.',
    'notification for 1001',
  ]);
});

test.each([
  ['missing', null, /is missing/],
  ['empty', Buffer.alloc(0), /is an empty file/],
  ['too long', Buffer.alloc(16320, 0x55), /16320 samples; a phone plays 16080/],
  ['no multiple of 240', Buffer.alloc(1000, 0x55), /a phone needs a multiple of 240/],
  ['a WAV file', Buffer.from('RIFF\0\0\0\0WAVEfmt '.padEnd(480, 'x')), /which a phone cannot play/],
] as const)('a file that is %s: an alarm that names it, and the notification', async (_name, content, words) => {
  if (content) writeFileSync(ours(), content);
  const { alert, told, sent } = player();
  await alert.play('CallBack.raw', '1001', 0.6);
  expect(sent).toEqual([]);
  expect(told).toEqual([expect.stringMatching(words), 'notification for 1001']);
  expect(told[0]).toMatch(/^alarm AudioFileBad: CallBack.raw: /);
});

test('a bad file is alarmed when it is loaded, not only when it is needed', async () => {
  const { alert, told } = player();
  await alert.prepare('CallBack.raw');
  expect(told).toEqual([expect.stringMatching(/^alarm AudioFileBad: .* is missing/)]);
});

test("a user's own file goes before ours, and a name cannot lead out of the folders", async () => {
  copyFileSync(good, ours());
  writeFileSync(own(), Buffer.alloc(0));
  const { alert, told } = player();
  await alert.play('../../ours/CallBack.raw', '1001', 0.6);
  expect(told[0]).toMatch(/is an empty file/);
});

test('a ringer turned down to nothing leaves the notification', async () => {
  copyFileSync(good, ours());
  const { alert, told, sent } = player();
  await alert.play('CallBack.raw', '1001', 0);
  expect([sent, told]).toEqual([[], ['notification for 1001']]);
});
