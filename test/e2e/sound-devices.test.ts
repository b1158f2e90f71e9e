import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LineCommand, LineEvent } from '../../src-main/contract/line-port.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { toneSpans } from '../support/find-sound.ts';
import { setLocales } from '../support/phone-locales.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { dial, IDLE } from './cluster-stories.ts';
import { hearTone, WARBLE } from './hear-tone.ts';

const RINGBACK = { frequencies: [425], seconds: 0.8 };

let sound: PrivateSoundServer;
let profile: string;
let app: ElectronApp;
let german: PhoneWindow;
let bob: PhoneWindow;
let carol: PhoneWindow;

beforeAll(async () => {
  sound = await startPrivateSoundServer();
  profile = mkdtempSync(join(tmpdir(), 'callback-phone-devices-'));
  // 1001 calls from Germany: 425 Hz, one second in five.
  setLocales(profile, { '1001': 'German_Germany' });
  app = await launchApp({ environment: sound.environment, userDataDirectory: profile });
  [german, bob, carol] = [await app.phone('1001'), await app.phone('1002'), await app.phone('1003')];
  for (const phone of [bob, carol]) await phone.expectDisplay(IDLE, 30_000);
});

afterAll(async () => {
  await app?.close();
  await sound?.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

/** To the line page, as main sends it. */
const command = (wish: LineCommand): Promise<void> =>
  app.application.evaluate(({ BrowserWindow }, sent) => {
    const page = BrowserWindow.getAllWindows().find((window) => window.getTitle() === 'Lines');
    page?.webContents.send('line:command', sent);
  }, wish);

type Devices = Extract<LineEvent, { kind: 'devices' }>;
async function listDevices(): Promise<Devices> {
  const told = app.application.evaluate(
    ({ ipcMain }) =>
      new Promise<Devices>((resolve) => {
        const hear = (_event: unknown, report: LineEvent): void => {
          if (report.kind !== 'devices') return;
          ipcMain.off('line:report', hear);
          resolve(report);
        };
        ipcMain.on('line:report', hear);
      }),
  );
  await command({ kind: 'listDevices' });
  return told;
}

/** 1001 calls 1002 while both are listened to. */
async function whileRinging(listen: () => Promise<void>): Promise<void> {
  await german.press('Speaker');
  await german.type('1002');
  await bob.expectDisplay(/From/);
  try {
    await listen();
  } finally {
    await german.strike('Escape');
    await bob.expectDisplay(IDLE);
  }
}

test('the ring and the voice come from the device that each was given', async () => {
  const { outputs } = await listDevices();
  const speaker = outputs.find(({ label }) => /speaker/i.test(label))?.id ?? '';
  const other = outputs.find(({ label }) => !/speaker/i.test(label))?.id ?? '';
  expect(
    [speaker, other].every((id) => id !== ''),
    JSON.stringify(outputs),
  ).toBe(true);

  await command({ kind: 'chooseDevices', microphone: '', voiceOutput: other, ringOutput: speaker });
  await whileRinging(async () => {
    const recording = await hearTone(sound, { ...WARBLE, spans: 2 });
    expect(toneSpans(recording, RINGBACK.frequencies)).toEqual([]);
  });
  await command({ kind: 'chooseDevices', microphone: '', voiceOutput: speaker, ringOutput: other });
  await whileRinging(async () => {
    const recording = await hearTone(sound, { ...RINGBACK, spans: 2 });
    expect(toneSpans(recording, WARBLE.frequencies, { leastShare: 0.5 })).toEqual([]);
  });
  expect(app.output).not.toMatch(/SoundDeviceLost/);
});

test('a device that is gone is told, and the ring comes from the system’s own', async () => {
  await command({ kind: 'chooseDevices', microphone: '', voiceOutput: '', ringOutput: 'a headset that was sold' });
  await whileRinging(async () => {
    await hearTone(sound, { ...WARBLE, leastShare: 0.3, seconds: 0.5 });
  });
  await waitFor('the alarm', () => /ALARM Shell SoundDeviceLost: ring device not used/.test(app.output));
  // Once, however often it has rung since.
  expect(app.output.match(/ALARM Shell SoundDeviceLost/g)).toHaveLength(1);
  await command({ kind: 'chooseDevices', microphone: '', voiceOutput: '', ringOutput: '' });
});

test('the first ring of the day is heard, although the sound output has gone to sleep', async () => {
  const lines = await app.window('Lines');
  await lines.evaluate(() => (window as unknown as { Howler: { ctx: AudioContext } }).Howler.ctx.suspend());
  await carol.press('Speaker');
  for (let level = 0; level < 6; level++) await carol.press('Volume down');
  await carol.press('Speaker');
  await dial(carol, '1002');
  await hearTone(sound, WARBLE);
  await carol.press('EndCall');
  expect(app.output).not.toMatch(/ToneNotHeard/);
});
