import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directories, speedDials } from './display-states.ts';
import { ServedFace } from './served-face.ts';
import { talks } from './snapshots.ts';

/**
 * The whole face in both casings at three sizes. What is compared is the picture made small, so that the same face drawn by another
 * version of the browser, whose edges are softer or harder, is the same. UPDATE_GOLDEN=1 takes the pictures anew: look at them.
 */
const FOLDER = resolve(import.meta.dirname, 'golden-face');
const RENEW = process.env.UPDATE_GOLDEN === '1';
const SMALL = { width: 270, height: 210 };
/** How far the brightness of a colour may be off, of 255, and at how many of a hundred pixels it may be further off. */
const TOLERANCE = { level: 28, percent: 0.4 };

let served: ServedFace;
beforeAll(async () => {
  if (RENEW) await mkdir(FOLDER, { recursive: true });
  served = await ServedFace.start();
});
afterAll(() => served.stop());

/** A PNG as another one, small, in base64; and how many of a hundred pixels are not those of the golden one. */
const compare = (page: Page, taken: string, golden: string) =>
  page.evaluate(
    async ({ files, size, level }) => {
      const pictures = await Promise.all(
        files.map(async (file) => {
          const canvas = document.createElement('canvas');
          Object.assign(canvas, size);
          const context = canvas.getContext('2d');
          if (!context || file === '') return { url: '', data: new Uint8ClampedArray() };
          const image = new Image();
          image.src = `data:image/png;base64,${file}`;
          await image.decode();
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, size.width, size.height);
          return { url: canvas.toDataURL('image/png'), data: context.getImageData(0, 0, size.width, size.height).data };
        }),
      );
      const [one, other] = pictures;
      const off = one?.data.reduce(
        (count, value, at) => count + Number(Math.abs(value - (other?.data[at] ?? -999)) > level),
        0,
      );
      return { small: one?.url.replace(/^[^,]*,/, '') ?? '', percent: ((off ?? 0) / (size.width * size.height)) * 100 };
    },
    { files: [taken, golden], size: SMALL, level: TOLERANCE.level },
  );

const STATES = { 0.6: speedDials, 1: talks, 3: directories } as const;

describe.each(['dark', 'light'] as const)('the %s casing', (casing) => {
  test.each([0.6, 1, 3] as const)('at %d looks as on its picture', async (scale) => {
    const file = resolve(FOLDER, `${casing}-${scale * 100}.png`);
    const snapshot = STATES[scale];
    const size = { width: Math.round(720 * scale), height: Math.round(560 * scale) };
    const { page, complaints } = await served.open(
      { ...snapshot, appearance: { ...snapshot.appearance, casing } },
      size,
    );
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await expect.poll(() => page.locator('.handset-body').evaluate((body) => body.getAnimations().length)).toBe(0);
    const taken = (await page.screenshot()).toString('base64');
    const golden = existsSync(file) ? await readFile(file, 'base64') : '';
    const { small, percent } = await compare(page, taken, golden);
    if (RENEW) await writeFile(file, small, 'base64');
    else expect(percent).toBeLessThan(TOLERANCE.percent);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
