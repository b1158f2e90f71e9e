import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readToneTable } from '../../../src-main/app/phones/network-tones';
import { loopOf, networkTone } from '../../../src-main/audio/tones';
import { muLawWav } from '../../../src-main/audio/wav';
import type { ToneName } from '../../../src-main/contract/line-port';
import { installEars } from './ears';
import { LinePageUnderTest, LineSite, launchChromium, TIMEOUT_MS } from './line-page';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const twinkle = base64(muLawWav(readFileSync(resolve(import.meta.dirname, '../../../assets/CallBack.raw'))));
const america = readToneTable(resolve(import.meta.dirname, '../../../assets/tones'), 'United_States');
const toneOf = (name: 'dial' | 'busy') => {
  const { wav, loopFrom } = loopOf(networkTone(america, name));
  return { wav: base64(wav), loopFrom };
};
const TONES = { dial: toneOf('dial'), busy: toneOf('busy'), ring: toneOf('busy') };
const tone = (name: ToneName) => ({ name, sound: name });

declare global {
  interface Window {
    /** howler puts itself there. */
    readonly Howler: { readonly ctx: AudioContext };
  }
}

let site: LineSite;
let browser: Browser;
let page: LinePageUnderTest;

beforeAll(async () => {
  [site, browser] = await Promise.all([LineSite.open(), launchChromium({ microphone: false })]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  page = await LinePageUnderTest.open(browser, site, installEars);
});
afterEach(async () => {
  await page.close();
  expect(page.troubles).toEqual([]);
});

/** Frequencies (of those asked for) that are really in what goes to the loudspeaker. */
const heard = (frequencies: readonly number[]): Promise<readonly number[]> =>
  page.page.evaluate((asked) => window.hear(asked), frequencies);

const untilHeard = (frequencies: readonly number[], ...sounding: readonly number[]): Promise<void> =>
  expect.poll(() => heard(frequencies), { timeout: TIMEOUT_MS, interval: 50 }).toEqual(sounding);

describe('the alert', () => {
  test('starts, and is really in what goes to the loudspeaker', async () => {
    await page.send({ kind: 'loadAlert', wav: twinkle });
    await heard([]);
    await page.send({ kind: 'playAlert', line: '1001', alert: 'one', wav: twinkle, gain: 1 });
    await page.until({ kind: 'alertStarted', alert: 'one' });
    await untilHeard([1760], 1760);
    await untilHeard([1760]);
  });

  test('starts again and again, also without having been loaded, and two at once', async () => {
    for (const alert of ['one', 'two', 'three']) {
      await page.send({ kind: 'playAlert', line: '1001', alert, wav: twinkle, gain: 0.5 });
    }
    for (const alert of ['one', 'two', 'three']) await page.until({ kind: 'alertStarted', alert });
    await page.send({ kind: 'playAlert', line: '1001', alert: 'four', wav: twinkle, gain: 0.5 });
    await page.until({ kind: 'alertStarted', alert: 'four' });
  });

  test('starts although somebody has put the sound output to sleep', async () => {
    await page.send({ kind: 'loadAlert', wav: twinkle });
    await page.page.evaluate(() => window.Howler.ctx.suspend());
    await page.send({ kind: 'playAlert', line: '1001', alert: 'one', wav: twinkle, gain: 1 });
    await page.until({ kind: 'alertStarted', alert: 'one' });
    expect(await page.page.evaluate(() => window.Howler.ctx.state)).toBe('running');
    await heard([]);
    await untilHeard([1760], 1760);
  });

  test.each([
    ['bytes that are no WAV', base64(Buffer.from('This is not a sound')), /could not be decoded/],
    ['a WAV that breaks off', twinkle.slice(0, 40), /could not be decoded/],
    ['a WAV without samples', base64(muLawWav(new Uint8Array(0))), /could not be decoded|no samples/],
    ['what is no base64', '<sound>', /not a WAV file/],
    ['nothing', '', /not a WAV file/],
  ])('made of %s fails, and says why', async (_name, wav, cause) => {
    await page.send({ kind: 'playAlert', line: '1001', alert: 'bad', wav, gain: 1 });
    const failed = await page.until({ kind: 'alertFailed', alert: 'bad' });
    expect(failed.kind === 'alertFailed' && failed.cause).toMatch(cause);
    // A bad one does not spoil the next.
    await page.send({ kind: 'playAlert', line: '1001', alert: 'good', wav: twinkle, gain: 1 });
    await page.until({ kind: 'alertStarted', alert: 'good' });
  });

  test('fails aloud where the sound output cannot be woken', async () => {
    await page.send({ kind: 'loadAlert', wav: twinkle });
    await expect.poll(() => page.page.evaluate(() => window.Howler.ctx?.state)).toBe('running');
    await page.page.evaluate(() => {
      window.Howler.ctx.resume = () => new Promise(() => {});
      return window.Howler.ctx.suspend();
    });
    await page.send({ kind: 'playAlert', line: '1001', alert: 'one', wav: twinkle, gain: 1 });
    await page.until({ kind: 'alertFailed', alert: 'one', cause: 'The sound output is suspended.' });
    expect(page.of('alertStarted')).toEqual([]);
  });

  test('fails aloud where the sound output says that it runs and does not', async () => {
    await page.send({ kind: 'loadAlert', wav: twinkle });
    await expect.poll(() => page.page.evaluate(() => window.Howler.ctx?.state)).toBe('running');
    await page.page.evaluate(async () => {
      await window.Howler.ctx.suspend();
      Object.defineProperty(window.Howler.ctx, 'state', { value: 'running' });
    });
    await page.send({ kind: 'playAlert', line: '1001', alert: 'one', wav: twinkle, gain: 1 });
    await page.until({ kind: 'alertFailed', alert: 'one', cause: 'The sound output stands still.' });
    expect(page.of('alertStarted')).toEqual([]);
  });
});

describe('tones', () => {
  const all = [350, 440, 480, 620, 660, 880];
  beforeEach(() => page.send({ kind: 'loadTones', tones: TONES }));

  test('sound until they are stopped, for each line its own', async () => {
    await page.send({ kind: 'playTone', line: '1001', tone: tone('dial'), gain: 1 });
    await untilHeard(all, 350, 440);
    await page.send({ kind: 'playTone', line: '1002', tone: tone('busy'), gain: 1 });
    await untilHeard(all, 350, 440, 480, 620);
    await page.send({ kind: 'playTone', line: '1001', tone: null, gain: 1 });
    await untilHeard(all, 480, 620);
    await page.send({ kind: 'playTone', line: '1002', tone: null, gain: 1 });
    await untilHeard(all);
  });

  test('are replaced by the next, and stopped with their line', async () => {
    await page.page.evaluate(() => {
      for (const name of ['dial', 'ring', 'busy'] as const) {
        window.command({ kind: 'playTone', line: '1001', tone: { name, sound: name }, gain: 1 });
      }
    });
    await untilHeard(all, 480, 620);
    await page.send({ kind: 'removeLine', line: '1001' });
    await untilHeard(all);
  });

  test('that are not there are told', async () => {
    await page.send({ kind: 'playTone', line: '1001', tone: tone('reorder'), gain: 1 });
    await page.until({ kind: 'toneFailed', line: '1001', cause: 'No tone of the name reorder was loaded.' });
  });
});
