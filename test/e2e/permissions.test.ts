import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';

let app: ElectronApp;
beforeAll(async () => {
  // Chromium's own devices: a machine without a camera would refuse it for that alone.
  app = await launchApp({
    arguments: [
      '--demo',
      '--use-fake-device-for-media-stream',
      '--disable-features=Translate,AutofillServerCommunication',
    ],
  });
});
afterAll(() => app?.close());

/** What becomes of asking for a microphone, a camera, and both: the kinds of the tracks, or the name of the error. */
async function askedIn(title: string): Promise<readonly string[]> {
  const page = await app.window(title);
  return page.evaluate(async () => {
    const outcome = async (audio: boolean, video: boolean): Promise<string> => {
      try {
        const tracks = (await navigator.mediaDevices.getUserMedia({ audio, video })).getTracks();
        for (const track of tracks) track.stop();
        return tracks.map(({ kind }) => kind).join();
      } catch (error) {
        return (error as Error).name;
      }
    };
    const states = ['microphone', 'camera'].map(
      async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    );
    return Promise.all([outcome(true, false), outcome(false, true), outcome(true, true), ...states]);
  });
}

test('the lines have the microphone and no camera; a phone on the screen has neither', async () => {
  const refused = 'NotAllowedError';
  expect(await askedIn('Lines')).toEqual(['audio', refused, refused, 'granted', 'denied']);
  expect(await askedIn('7960 – 1001')).toEqual([refused, refused, refused, 'denied', 'denied']);
});

test('what the command line switches off in Chromium is off beside what we do', async () => {
  const off = await app.application.evaluate(({ app: { commandLine } }) =>
    commandLine.getSwitchValue('disable-features').split(','),
  );
  expect(off.slice(0, 3)).toEqual(['Translate', 'AutofillServerCommunication', 'WebRtcHideLocalIpsWithMdns']);
  expect(off).toContain('LocalNetworkAccessChecks');
});
