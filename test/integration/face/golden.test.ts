import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { drawDisplay } from '../../../src-renderer/phone/lcd/draw-display.ts';
import { visibleRows } from '../../../src-renderer/phone/lcd/draw-services.ts';
import { loadScriptsOf } from '../../../src-renderer/phone/lcd/font/scripts/load-scripts.ts';
import { LCD } from '../../../src-renderer/phone/lcd/layout.ts';
import { LOCALES, LocalePhone, SCREENS } from './locale-phone.ts';
import { type OpenFace, ServedFace } from './served-face.ts';

/**
 * What the display of the running face looks like, screen by screen and locale by locale. A picture that is meant to be another
 * one now is renewed by UPDATE_GOLDEN=1; look at it before it is committed.
 */
const GOLDEN = resolve(import.meta.dirname, 'golden');
const RENEW = process.env.UPDATE_GOLDEN === '1';
const GLASS = '#adb79e';
/** Black ink is nearly opaque, whatever shadow falls on it; grey ink with a shadow is not. */
const INK = 200;
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

let served: ServedFace;
let face: OpenFace;
let version = 1;

beforeAll(async () => {
  if (RENEW) await rm(GOLDEN, { recursive: true, force: true });
  served = await ServedFace.start();
  face = await served.open(null);
});
afterAll(() => served.stop());

/** The black pixels of the display, as the drawing says: the face may have to load a script before it paints them. */
function blackPixelsOf(snapshot: PhoneSnapshot): string {
  return Array.from(drawDisplay(snapshot).pixels, (grey) => (grey === 3 ? '#' : '.')).join('');
}

/** Shows a snapshot on the face and answers its display as a PNG in base64, one pixel each, on the colour of the glass. */
async function paint(snapshot: PhoneSnapshot): Promise<string> {
  version += 1;
  await face.show({ ...snapshot, version });
  const picture = await face.page.waitForFunction(
    ({ black, size, glass, ink }) => {
      const canvas = document.querySelector('canvas');
      const flat = document.createElement('canvas');
      flat.width = size.width;
      flat.height = size.height;
      const context = flat.getContext('2d', { willReadFrequently: true });
      if (!canvas || !context) return null;
      context.imageSmoothingEnabled = false;
      context.drawImage(canvas, 0, 0, size.width, size.height);
      const { data } = context.getImageData(0, 0, size.width, size.height);
      const isPainted = [...black].every((sign, index) => (sign === '#') === (data[index * 4 + 3] ?? 0) > ink);
      if (!isPainted) return null;
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = glass;
      context.fillRect(0, 0, size.width, size.height);
      return flat.toDataURL('image/png').replace(/^[^,]*,/, '');
    },
    { black: blackPixelsOf(snapshot), size: LCD, glass: GLASS, ink: INK },
    { timeout: 5000 },
  );
  return (await picture.jsonValue()) ?? '';
}

/** Two files can be of the same pixels: browsers pack them differently. */
const pixelsThatDiffer = (one: string, other: string): Promise<number> =>
  face.page.evaluate(
    async (files) => {
      const [left, right] = await Promise.all(
        files.map(async (file) => {
          const image = new Image();
          image.src = `data:image/png;base64,${file}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
        }),
      );
      if (!left || left.length !== right?.length) return Number.POSITIVE_INFINITY;
      return left.filter((pixel, index) => pixel !== right[index]).length;
    },
    [one, other],
  );

describe.each(LOCALES)('%s', (locale) => {
  it('is shown on the display as on its pictures', async () => {
    const folder = join(GOLDEN, locale);
    if (RENEW) await mkdir(folder, { recursive: true });
    const pictures = await picturesOf(locale);
    const differences: string[] = [];
    for (const [name, snapshot] of pictures) {
      const file = join(folder, `${name}.png`);
      const painted = await paint(snapshot);
      if (RENEW) await writeFile(file, painted, 'base64');
      const golden = existsSync(file) ? await readFile(file, 'base64') : '';
      if (golden === painted) continue;
      const pixels = golden === '' ? 'there is no picture' : `${await pixelsThatDiffer(golden, painted)} pixels differ`;
      differences.push(`${name}: ${pixels}`);
    }
    expect(differences).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual([...pictures.keys()].map((name) => `${name}.png`).sort());
    expect(face.complaints).toEqual([]);
  });

  it('is named to screen readers with its language and its direction', async () => {
    const { display } = new LocalePhone(locale).snapshot;
    await paint(new LocalePhone(locale).snapshot);
    const log = face.page.getByRole('log');
    expect([await log.getAttribute('lang'), await log.getAttribute('dir')]).toEqual([
      display.language,
      locale === 'Arabic_Saudi_Arabia' ? 'rtl' : 'ltr',
    ]);
    expect(display.language).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/);
  });
});
