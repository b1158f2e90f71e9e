import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawDisplay } from '../../src-renderer/face/lcd/draw-display.ts';
import { loadScriptsOf } from '../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { LCD, PROMPT } from '../../src-renderer/face/lcd/layout.ts';
import { LocalePhone } from '../integration/face/locale-phone.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { setLocales } from '../support/phone-locales.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster } from './cluster-stories.ts';

/** 1001 in Arabic, 1003 in German, and 1002 in a language that nobody has installed. */
const LOCALES = { '1001': 'Arabic_Saudi_Arabia', '1002': 'Nowhere_At_All', '1003': 'German_Germany' } as const;

let app: ElectronApp;
let arab: PhoneWindow;
let bob: PhoneWindow;
let german: PhoneWindow;

beforeAll(async () => {
  const { app: first } = await Cluster.start();
  const { userDataDirectory } = first;
  await first.close({ keepProfile: true });
  setLocales(userDataDirectory, LOCALES);
  app = await launchApp({ userDataDirectory });
  [arab, bob, german] = [await app.phone('1001'), await app.phone('1002'), await app.phone('1003')];
});
afterAll(() => app?.close());

/** On the keyboard: the name of a softkey is not the same in each language. */
async function dial(phone: PhoneWindow, number: string): Promise<void> {
  await phone.press('Speaker');
  await phone.type(number);
}

test('each phone speaks its own language; one whose language is not installed speaks English, and the log says why', async () => {
  await arab.expectDisplay('خياراتك الحالية', 30_000);
  await german.expectDisplay('Ihre aktuellen Optionen', 30_000);
  await bob.expectDisplay('Your current options', 30_000);
  const tags = [arab, bob, german].map(({ display }) =>
    Promise.all([display.getAttribute('lang'), display.getAttribute('dir')]),
  );
  expect(await Promise.all(tags)).toEqual([
    ['ar', 'rtl'],
    ['en', 'ltr'],
    ['de', 'ltr'],
  ]);
  const log = readFileSync(join(app.userDataDirectory, 'logs', 'callback-phone.log'), 'utf8');
  expect(log).toMatch(/ALARM Shell DictionaryBad: .*Nowhere_At_All.*English/);
});

test('Call Back from the key to the end is in the language of the phone', async () => {
  await dial(german, '1002');
  await bob.press('Answer');
  await german.expectDisplay('Verbunden');
  await dial(arab, '1002');
  await arab.expectDisplay('مشغول');
  await arab.press('معاودة');
  await arab.expectDisplay('تم تفعيل معاودة الاتصال بالرقم 1002. اضغط إلغاء لإيقافها. اضغط خروج لإغلاق هذه الشاشة.');
  await german.press('Auflegen');
  await arab.expectDisplay(/أصبح الرقم 1002 متاحًا\. الوقت \d\d:\d\d \d\d\/\d\d\/\d\d\. اضغط اتصال للاتصال به\./);
  await arab.press('خروج');
  await arab.expectDisplay('خياراتك الحالية');
});

test('an Arabic display paints letters, not boxes: the page may load their glyphs within the app’s own policy', async () => {
  await loadScriptsOf('ا');
  const grid = drawDisplay(new LocalePhone(LOCALES['1001']).snapshot);
  const expected = Array.from(grid.pixels.subarray(LCD.width * PROMPT.top), (grey) => grey === 3);
  const isPainted = (): Promise<boolean> =>
    arab.page.locator('canvas').evaluate(
      (canvas: HTMLCanvasElement, { size, black, top, ink }) => {
        const copy = new OffscreenCanvas(size.width, size.height).getContext('2d');
        if (!copy) throw new Error('no context');
        copy.imageSmoothingEnabled = false;
        copy.drawImage(canvas, 0, 0, size.width, size.height);
        const { data } = copy.getImageData(0, top, size.width, size.height - top);
        return black.every((dark, index) => dark === (data[index * 4 + 3] ?? 0) > ink);
      },
      { size: LCD, black: expected, top: PROMPT.top, ink: 200 },
    );
  await waitFor('the prompt and the softkeys to be painted in Arabic', isPainted);
});
