import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speedDials } from './display-states.ts';
import { ServedFace } from './served-face.ts';
import { ACTIVATED_TEXT, callBackActivated, dials, phoneThat, ringsIn, severalLines, talks } from './snapshots.ts';

let served: ServedFace;

beforeAll(async () => {
  served = await ServedFace.start();
});
afterAll(() => served.stop());

const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('the controls', () => {
  test('have the names that people and tests rely on', async () => {
    const { page, complaints } = await served.open(callBackActivated);
    const names = await page
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(names).toEqual([
      'Handset',
      'Line 1001',
      ...[2, 3, 4, 5, 6].map((button) => `Line ${button} (empty)`),
      ...['Softkey 1 (empty)', 'Cancel', 'Exit', 'Softkey 4 (empty)'],
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'],
      ...['Scroll up', 'Scroll down'],
      ...['Messages', 'Directories', 'Services', 'Settings', 'Information', 'Help'],
      ...['Volume down', 'Volume up'],
      ...['Headset', 'Mute', 'Speaker'],
    ]);
    expect(await page.getByRole('button', { name: 'Softkey 1 (empty)' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Line 3 (empty)' }).isDisabled()).toBe(true);
    expect(await page.title()).toBe('7960 – 1001');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('say once what was pressed', async () => {
    const { page, presses } = await served.open(callBackActivated);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    for (const name of ['Handset', 'Line 1001', 'Exit', '5', '*', '#', 'Scroll down', 'Volume up']) await press(name);
    for (const name of ['Messages', 'Directories', 'Services', 'Settings', 'Information', 'Help']) await press(name);
    for (const name of ['Headset', 'Mute', 'Speaker']) await press(name);
    expect(await presses()).toEqual([
      { kind: 'handset' },
      { kind: 'line', button: 1 },
      { kind: 'softkey', position: 3 },
      ...['5', '*', '#'].map((digit) => ({ kind: 'digit', digit })),
      { kind: 'navigate', direction: 'down' },
      { kind: 'volume', direction: 'up' },
      ...['messages', 'directories', 'services', 'settings', 'info', 'help'].map((kind) => ({ kind })),
      ...['headset', 'mute', 'speaker'].map((kind) => ({ kind })),
    ]);
    await page.close();
  });

  test('are a button for each of the six lines', async () => {
    const lineButtons = [1, 2, 3, 4, 5, 6].map((button) => ({
      label: `${button}001`,
      lamp: button === 2 ? ('wink' as const) : ('off' as const),
      registered: true,
      kind: 'line' as const,
      far: 'unknown' as const,
      messages: false,
    }));
    const { page, presses } = await served.open(phoneThat({ lineButtons }));
    for (const { label } of lineButtons) await page.getByRole('button', { name: `Line ${label}`, exact: true }).click();
    expect(await presses()).toEqual([1, 2, 3, 4, 5, 6].map((button) => ({ kind: 'line', button })));
    const lamps = page.locator('.line-button .lamp');
    expect(await lamps.evaluateAll((all) => all.map((lamp) => lamp.getAttribute('data-lamp')))).toEqual(
      lineButtons.map(({ lamp }) => lamp),
    );
    await page.close();
  });

  test('show what stays pressed and what lights', async () => {
    const { page, show } = await served.open(ringsIn);
    const strip = page.locator('.strip-light');
    expect(await strip.evaluate((light) => getComputedStyle(light).animationName)).toBe('lamp-flash');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(
      await strip.evaluate((light) => [getComputedStyle(light).animationName, getComputedStyle(light).opacity]),
    ).toEqual(['none', '1']);
    expect(await page.getByRole('button', { name: 'Handset', pressed: false }).count()).toBe(1);
    await show(talks);
    await page.getByRole('button', { name: 'Handset', pressed: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Mute', pressed: true }).count()).toBe(1);
    expect(await strip.getAttribute('data-lamp')).toBe('off');
    await page.close();
  });

  test('stand beside what the display says of them', async () => {
    const { page } = await served.open(phoneThat());
    const boxOf = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const display = await boxOf('.lcd-pixels');
    const first = await boxOf('.softkey');
    const line = await boxOf('.line-button');
    // The first softkey is drawn in a quarter of the display's width, the first label 19.5 of its 104 pixels down.
    expect(first.x + first.width / 2).toBeCloseTo(display.x + display.width / 8, 0);
    expect(Math.abs(line.y + line.height / 2 - (display.y + (display.height * 19.5) / 104))).toBeLessThan(1.5);
    await page.close();
  });
});

describe('what is said aloud', () => {
  test('is a call at once, its end when there is time, and each once', async () => {
    const { page, show } = await served.open(phoneThat());
    const said = async () => [
      words(await page.getByRole('alert').textContent()),
      words(await page.getByRole('status').textContent()),
    ];
    expect(await said()).toEqual(['', '']);
    await show(ringsIn);
    await expect.poll(said).toEqual(['From Bob (1002)', '']);
    await show(talks);
    await expect.poll(said).toEqual(['From Bob (1002)', 'Connected']);
    await page.close();
  });

  test('is a screen that nobody asked for at once, and the answer to a key when there is time', async () => {
    const screen = `CallBack. ${ACTIVATED_TEXT}`;
    const unasked = await served.open(phoneThat());
    await unasked.show(callBackActivated);
    await expect.poll(() => unasked.page.getByRole('alert').textContent()).toBe(screen);
    await unasked.page.close();
    const asked = await served.open(phoneThat());
    await asked.page.getByRole('button', { name: 'Services' }).click();
    await asked.show(callBackActivated);
    await expect.poll(() => asked.page.getByRole('status').textContent()).toBe(`${screen}. Please select`);
    expect(await asked.page.getByRole('alert').textContent()).toBe('');
    await asked.page.close();
  });

  test('names a speed dial with how the line stands that it calls', async () => {
    const { page } = await served.open(speedDials);
    const names = await page
      .locator('.line-button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(names).toEqual([
      'Line 1001',
      'Speed dial Alice, free',
      'Speed dial Bob, in use',
      'Speed dial Carol, ringing',
      'Speed dial Dave, do not disturb',
      'Speed dial Home',
    ]);
    await page.close();
  });
});

describe('the display', () => {
  test('reads as it is seen', async () => {
    const { page, show } = await served.open(callBackActivated);
    const display = page.getByRole('log', { name: 'Display' });
    expect(words(await display.textContent())).toBe(
      `14:05 11/22/26 1001 1001 CallBack ${ACTIVATED_TEXT} Please select Cancel Exit`,
    );
    await show(dials);
    await page.getByRole('log').getByText('Enter number').waitFor();
    expect(words(await display.textContent())).toBe('14:05 11/22/26 1001 1001 100 Enter number << EndCall');
    await page.close();
  });

  test('says which line is not registered', async () => {
    const { page } = await served.open(severalLines);
    expect(words(await page.getByRole('log', { name: 'Display' }).textContent())).toBe(
      '14:05 11/22/26 1001 1001 2001 (not registered) 3001 2001: Rejected (403) Redial NewCall CallBack more',
    );
    await page.close();
  });

  test('has its sentence in one piece of text, and says nothing by itself: the announcer does', async () => {
    const { page } = await served.open(callBackActivated);
    const pieces = await page.getByRole('log').evaluate((log) => {
      const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
      return found;
    });
    expect(pieces).toContain(ACTIVATED_TEXT);
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off');
    await page.close();
  });

  test('covers the pixels, which are painted as sharp as the screen is', async () => {
    const { page } = await served.open(callBackActivated, { width: 1440, height: 1120 });
    const canvas = page.locator('canvas');
    await expect
      .poll(() => canvas.evaluate((element: HTMLCanvasElement) => [element.width, element.height]))
      .toEqual([800, 416]);
    const pixels = await canvas.boundingBox();
    const mirror = await page.getByRole('log').boundingBox();
    expect(mirror?.width).toBeGreaterThanOrEqual(pixels?.width ?? Number.POSITIVE_INFINITY);
    expect(mirror?.height).toBeGreaterThanOrEqual(pixels?.height ?? Number.POSITIVE_INFINITY);
    const ink = await canvas.evaluate((element: HTMLCanvasElement) => {
      const opacityAt = (x: number, y: number) => element.getContext('2d')?.getImageData(x, y, 1, 1).data[3];
      // Four device pixels make one of the display: the title bar, and a corner where nothing is written.
      return { titleBar: opacityAt(400, 2), bare: opacityAt(2, 300) };
    });
    // Ink of 235 over its shadow of 54, of 255.
    expect(ink).toEqual({ titleBar: 239, bare: 0 });
    await page.close();
  });

  test('is empty before the first snapshot, in a face of the same shape', async () => {
    const { page, show, complaints } = await served.open(null);
    const shapes = () =>
      page
        .locator('button, .lcd, .casing')
        .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));
    const before = await shapes();
    expect(await page.getByRole('log').textContent()).toBe('');
    await show(phoneThat());
    await page.getByRole('log').getByText('Your current options').waitFor();
    expect(await shapes()).toEqual(before);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('drops a snapshot that a newer one has overtaken', async () => {
    const { page, show } = await served.open(talks);
    await show({ ...ringsIn, version: 2 });
    await show({ ...phoneThat({ display: { prompt: 'Newest' } }), version: 9 });
    await page.getByRole('log').getByText('Newest').waitFor();
    await show(ringsIn);
    expect(await page.getByRole('log').getByText('Newest').count()).toBe(1);
    await page.close();
  });

  test('is not painted again for a snapshot that shows the same', async () => {
    const { page, show } = await served.open(phoneThat());
    const canvasWidth = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width);
    await expect.poll(canvasWidth).toBe(400);
    await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no context');
      const clearRect = context.clearRect;
      Object.assign(window, { paintings: 0 });
      context.clearRect = (...rest: unknown[]) => {
        Object.assign(window, { paintings: Number(Reflect.get(window, 'paintings')) + 1 });
        Reflect.apply(clearRect, context, rest);
      };
    });
    await show({ ...phoneThat(), version: 2, muted: true });
    await page.getByRole('button', { name: 'Mute', pressed: true }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'paintings'))).toBe(0);
    await show({ ...phoneThat({ display: { prompt: 'Off Hook' } }), version: 3 });
    await page.getByRole('log').getByText('Off Hook').waitFor();
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'paintings'))).toBe(1);
    await page.close();
  });
});
