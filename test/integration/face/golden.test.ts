import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { visibleRows } from '../../../src-renderer/face/lcd/draw-services.ts';
import { loadScriptsOf } from '../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { GoldenDisplay } from './golden-display.ts';
import { LOCALES, LocalePhone, SCREENS } from './locale-phone.ts';

/**
 * What the display of the running face looks like, screen by screen and locale by locale. A picture that is meant to be another
 * one now is renewed by UPDATE_GOLDEN=1; look at it before it is committed.
 */
const SCROLL_DOWN = { kind: 'key', key: { kind: 'navigate', direction: 'down' } } as const;
const MORE = { kind: 'key', key: { kind: 'softkey', position: 4 } } as const;

/** The pictures of a locale by name: the idle phone, each screen, and the end of a screen that has to be scrolled. */
async function picturesOf(locale: string): Promise<ReadonlyMap<string, PhoneSnapshot>> {
  const idle = new LocalePhone(locale);
  const pictures = new Map([
    ['idle', idle.snapshot],
    ['idle-more', idle.input(MORE).snapshot],
  ]);
  for (const screen of Object.values(SCREENS)) {
    const phone = new LocalePhone(locale).shows(screen);
    const first = phone.snapshot;
    pictures.set(screen.id, first);
    if (await isLongerThanThePane(first)) pictures.set(`${screen.id}-end`, lastOf(phone));
  }
  return pictures;
}

async function isLongerThanThePane({ display }: PhoneSnapshot): Promise<boolean> {
  if (display.plane.kind !== 'services') throw new Error('no screen is shown');
  await loadScriptsOf(display.plane.title + display.plane.text);
  return visibleRows(display.plane).below;
}

function lastOf(phone: LocalePhone): PhoneSnapshot {
  for (let times = 0; times < 9; times += 1) phone.input(SCROLL_DOWN);
  return phone.snapshot;
}

let golden: GoldenDisplay;

beforeAll(async () => {
  golden = await GoldenDisplay.start('golden');
});
afterAll(() => golden.stop());

describe.each(LOCALES)('%s', (locale) => {
  test('is shown on the display as on its pictures', async () => {
    expect(await golden.differences(locale, await picturesOf(locale))).toEqual([]);
    expect(golden.face.complaints).toEqual([]);
  });

  test('is named to screen readers with its language and its direction', async () => {
    const { display } = new LocalePhone(locale).snapshot;
    await golden.paint(new LocalePhone(locale).snapshot);
    const log = golden.face.page.getByRole('log');
    expect([await log.getAttribute('lang'), await log.getAttribute('dir')]).toEqual([
      display.language,
      locale === 'Arabic_Saudi_Arabia' ? 'rtl' : 'ltr',
    ]);
    expect(display.language).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/);
  });
});
