import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { loadScriptsOf } from '../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { wordsOf } from '../../../src-renderer/face/lcd/shown.ts';
import { DISPLAY_STATES, directories, floorPlan, RIGHT_TO_LEFT_STATES, search, weather } from './display-states.ts';
import { GoldenDisplay } from './golden-display.ts';

/** Each state of the display on the running face, as it is on its picture. UPDATE_GOLDEN=1 takes the pictures anew: look at them. */
let golden: GoldenDisplay;

beforeAll(async () => {
  golden = await GoldenDisplay.start('golden-states');
});
afterAll(() => golden.stop());

describe('the display', () => {
  test('looks in each state as on its picture', async () => {
    expect(await golden.differences('.', new Map(Object.entries(DISPLAY_STATES)))).toEqual([]);
    expect(golden.face.complaints).toEqual([]);
  });

  test('has its menus and forms begin at the right where the language does', async () => {
    const states = Object.entries(RIGHT_TO_LEFT_STATES);
    for (const [, snapshot] of states) await loadScriptsOf(wordsOf(snapshot));
    expect(await golden.differences('rtl', new Map(states))).toEqual([]);
  });

  test('says which choice of a menu and which field of a form is selected', async () => {
    const { page } = golden.face;
    await golden.paint(directories);
    expect(await page.locator('[role=log] [aria-current]').allInnerTexts()).toEqual(['1 Missed Calls']);
    await golden.paint(search);
    expect(await page.locator('[role=log] [aria-current]').allInnerTexts()).toEqual(['Name Bob']);
  });

  test('names a picture by its title, and says what the keypad chooses of it', async () => {
    const { page } = golden.face;
    await golden.paint(weather);
    expect(await page.getByRole('img', { name: 'Weather', exact: true }).count()).toBe(1);
    await golden.paint(floorPlan);
    expect(await page.locator('[role=log] li').allInnerTexts()).toEqual(['1 Reception', '2 Workshop']);
  });
});

describe('contrast', () => {
  const atContrast = (contrast: number): PhoneSnapshot => ({
    ...directories,
    appearance: { ...directories.appearance, contrast },
  });
  /** The share of light that comes back from black, from grey and from bare glass: relative luminance as WCAG 2 has it. */
  const luminances = (): Promise<readonly number[]> =>
    golden.face.page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      const scale = canvas.width / 200;
      const glass = [0xad, 0xba, 0xba];
      // The title bar of the display, the bar of the menu beyond its words, and where nothing is written.
      return [
        [100, 3],
        [120, 18],
        [195, 80],
      ].map(([x = 0, y = 0]) => {
        const [red = 0, green = 0, blue = 0, alpha = 0] =
          context?.getImageData(Math.floor((x + 0.5) * scale), Math.floor((y + 0.5) * scale), 1, 1).data ?? [];
        const linear = [red, green, blue].map((part, index) => {
          const seen = (part * alpha + (glass[index] ?? 0) * (255 - alpha)) / 255 / 255;
          return seen <= 0.04045 ? seen / 12.92 : ((seen + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
      });
    });

  test('makes the ink of the display darker step by step, and leaves it readable at every one', async () => {
    const blacks: number[] = [];
    for (let contrast = 0; contrast <= 10; contrast += 1) {
      await golden.face.show({ ...atContrast(contrast), version: 1000 + contrast });
      await golden.face.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const [black = 0, grey = 0, bare = 0] = await luminances();
      expect((bare + 0.05) / (black + 0.05)).toBeGreaterThan(4.5);
      expect((grey + 0.05) / (black + 0.05)).toBeGreaterThan(3);
      blacks.push(black);
    }
    expect(blacks).toEqual([...blacks].sort((one, other) => other - one));
    expect((blacks[0] ?? 0) / (blacks[5] ?? 1)).toBeGreaterThan(2);
  });
});
