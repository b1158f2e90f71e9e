import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { search } from './display-states.ts';
import { ServedFace } from './served-face.ts';
import { callBackActivated, dials, phoneThat } from './snapshots.ts';

let served: ServedFace;

beforeAll(async () => {
  served = await ServedFace.start();
});
afterAll(() => served.stop());

describe('the mouse', () => {
  test('presses once with a double click, where the key has become another one or would take the first press back', async () => {
    const { page, presses, show } = await served.open(dials);
    const doubleClick = async (name: string, between = async (): Promise<void> => {}): Promise<void> => {
      const { x, y } = (await page.getByRole('button', { name, exact: true }).boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.click(x + 5, y + 5);
      await between();
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
    };
    await doubleClick('<<');
    await doubleClick('5');
    await doubleClick('Speaker');
    await doubleClick('<<', async () => {
      await show({ ...callBackActivated, version: 50 });
      await page.getByRole('log').getByText('Please select').waitFor();
    });
    expect(await presses()).toEqual([
      { kind: 'softkey', position: 1 },
      { kind: 'softkey', position: 1 },
      { kind: 'digit', digit: '5' },
      { kind: 'digit', digit: '5' },
      { kind: 'speaker' },
      { kind: 'softkey', position: 1 },
    ]);
    await page.close();
  });
});

describe('the keyboard of the computer', () => {
  test('presses the keys of the phone', async () => {
    const { page, presses } = await served.open(dials);
    for (const key of [
      '1',
      '0',
      '*',
      '#',
      'F2',
      'Backspace',
      'Enter',
      'Escape',
      'ArrowDown',
      'Control+1',
      'Space',
      'x',
    ]) {
      await page.keyboard.press(key);
    }
    expect(await presses()).toEqual([
      { kind: 'digit', digit: '1' },
      { kind: 'digit', digit: '0' },
      { kind: 'digit', digit: '*' },
      { kind: 'digit', digit: '#' },
      { kind: 'softkey', position: 2 },
      { kind: 'softkey', position: 1 },
      { kind: 'enter' },
      { kind: 'escape' },
      { kind: 'navigate', direction: 'down' },
    ]);
    await page.close();
  });

  test('presses a focused button once with Enter or Space, and the mouse leaves no focus behind', async () => {
    const { page, presses } = await served.open(dials);
    await page.getByRole('button', { name: 'Speaker' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('7');
    await page.getByRole('button', { name: '8', exact: true }).click();
    await page.keyboard.press('Enter');
    expect(await presses()).toEqual([
      { kind: 'speaker' },
      { kind: 'speaker' },
      { kind: 'digit', digit: '7' },
      { kind: 'digit', digit: '8' },
      { kind: 'enter' },
    ]);
    await page.close();
  });

  test('repeats only what may be repeated', async () => {
    const { page, presses } = await served.open(dials);
    for (const key of ['5', '5', 'ArrowUp', 'ArrowUp']) await page.keyboard.down(key);
    await page.getByRole('button', { name: 'Mute' }).focus();
    for (const key of ['Enter', 'Enter', 'Enter']) await page.keyboard.down(key);
    expect(await presses()).toEqual([
      { kind: 'digit', digit: '5' },
      { kind: 'navigate', direction: 'up' },
      { kind: 'navigate', direction: 'up' },
      { kind: 'mute' },
    ]);
    await page.close();
  });

  test('goes from key to key of a group with the arrows to the left and right, past those that are empty', async () => {
    const { page, presses } = await served.open(callBackActivated);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByRole('button', { name: '2', exact: true }).focus();
    const way: unknown[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowRight', 'Home', 'ArrowLeft']) {
      await page.keyboard.press(key);
      way.push(await focused());
    }
    expect(way).toEqual(['3', '4', '3', '#', '#', '1', '1']);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Exit');
    await page.keyboard.press('ArrowRight');
    expect([await focused(), await presses()]).toEqual(['Exit', []]);
    await page.close();
  });

  test('reaches every key by Tab, in the order of the phone', async () => {
    const { page } = await served.open(callBackActivated);
    const enabled = await page
      .locator('button:enabled')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    const reached: unknown[] = [];
    for (const _ of enabled) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')));
    }
    expect(reached).toEqual(enabled);
    await page.close();
  });

  test('writes letters into a form, and is silent where there is none', async () => {
    const { page, presses, show } = await served.open(search);
    for (const key of ['B', '@', 'Backspace', '2', 'PageUp']) await page.keyboard.press(key);
    await show({ ...callBackActivated, version: 50 });
    await page.getByRole('log').getByText('Please select').waitFor();
    for (const key of ['B', 'Backspace']) await page.keyboard.press(key);
    expect(await presses()).toEqual([
      { kind: 'character', character: 'B' },
      { kind: 'character', character: '@' },
      { kind: 'backspace' },
      { kind: 'character', character: '2' },
      { kind: 'volume', direction: 'up' },
    ]);
    await page.close();
  });

  test('shows the key that is down, and a ring around what has the focus', async () => {
    const { page } = await served.open(dials);
    const five = page.getByRole('button', { name: '5', exact: true });
    await page.keyboard.down('5');
    await expect.poll(() => five.getAttribute('data-held')).toBe('');
    await page.keyboard.up('5');
    await expect.poll(() => five.getAttribute('data-held')).toBeNull();
    await page.keyboard.press('Tab');
    const handset = page.getByRole('button', { name: 'Handset' });
    expect(
      await handset.evaluate((button) => [document.activeElement === button, getComputedStyle(button).outlineStyle]),
    ).toEqual([true, 'solid']);
    await page.close();
  });
});

describe('the size of the window', () => {
  test.each([
    { width: 432, height: 336, scale: 0.6 },
    { width: 1000, height: 560, scale: 1 },
    { width: 720, height: 900, scale: 1 },
    { width: 1440, height: 1120, scale: 2 },
    { width: 2160, height: 1680, scale: 3 },
  ])('$width x $height shows the whole phone at $scale', async ({ width, height, scale }) => {
    const { page } = await served.open(phoneThat(), { width, height });
    const phone = await page.locator('.phone').boundingBox();
    expect(phone?.width).toBeCloseTo(720 * scale, 0);
    expect(phone?.height).toBeCloseTo(560 * scale, 0);
    expect((phone?.x ?? 0) * 2 + (phone?.width ?? 0)).toBeCloseTo(width, 0);
    await page.close();
  });
});
