import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readToneTable } from '../../../src-main/app/phones/network-tones';
import {
  NETWORK_TONE_NAMES,
  repeated,
  type Tone,
  type ToneTable,
  toneTableSchema,
} from '../../../src-main/audio/tone-table';
import { loopOf, networkTone, synthesizeTone } from '../../../src-main/audio/tones';
import { amplitudeAt } from './goertzel';

const folder = resolve(import.meta.dirname, '../../../assets/tones');
const locales = readdirSync(folder).map((file) => basename(file, '.json'));
const tables = new Map(locales.map((locale) => [locale, readToneTable(folder, locale)]));
const tableOf = (locale: string): ToneTable => {
  const table = tables.get(locale);
  if (!table) throw new Error(`no table of ${locale}`);
  return table;
};
const every = locales.flatMap((locale) =>
  NETWORK_TONE_NAMES.flatMap((name) => {
    const tone = tableOf(locale).tones[name];
    return tone ? [{ locale, name, tone }] : [];
  }),
);

const peak = (samples: Int16Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const loop = (tone: Tone): Int16Array => {
  const { samples, loopFrom } = synthesizeTone(tone);
  return samples.subarray(loopFrom);
};
/** Frequencies, of all that any network uses, that are heard in the samples. */
function heard(samples: Int16Array, of: readonly number[]): readonly number[] {
  const loudest = Math.max(...of.map((frequency) => amplitudeAt(samples, frequency)));
  return of.filter((frequency) => amplitudeAt(samples, frequency) > 0.3 * loudest);
}

/** What a stretch of a cadence is, found in its samples: [milliseconds of sound, milliseconds of pause, ...]. */
function cadence(samples: Int16Array): readonly number[] {
  // 5 ms are longer than the longest stretch in which a tone of these frequencies stays near zero.
  const frames = Array.from({ length: Math.floor(samples.length / 40) }, (_, at) => {
    const frame = samples.subarray(at * 40, (at + 1) * 40);
    return peak(frame) > 300;
  });
  const runs: { loud: boolean; frames: number }[] = [];
  for (const loud of frames) {
    const run = runs.at(-1);
    if (run?.loud === loud) run.frames += 1;
    else runs.push({ loud, frames: 1 });
  }
  return runs.map((run) => run.frames * 5);
}

describe('the tones of the networks', () => {
  test('are there for every country that a phone can speak the language of, and more', () => {
    const spoken = readdirSync(resolve(folder, '../dictionaries')).map((locale) => locale.replace(/^[^_]*_/, ''));
    expect(locales).toEqual(expect.arrayContaining(spoken));
    expect(locales.length).toBeGreaterThanOrEqual(20);
  });

  test.each([
    ['United_States', 'dial', [350, 440], null],
    ['United_States', 'ringback', [440, 480], [2000, 4000]],
    ['United_States', 'busy', [480, 620], [500, 500]],
    ['United_States', 'reorder', [480, 620], [250, 250]],
    ['United_Kingdom', 'ringback', [400, 450], [400, 200, 400, 2000]],
    ['United_Kingdom', 'reorder', [400], [400, 350, 225, 525]],
    ['Germany', 'ringback', [425], [1000, 4000]],
    ['Germany', 'busy', [425], [480, 480]],
    ['France', 'ringback', [440], [1500, 3500]],
    ['Italy', 'dial', [425], [200, 200, 600, 1000]],
    ['Spain', 'reorder', [425], [200, 200, 200, 200, 200, 600]],
    ['Japan', 'ringback', [384, 400, 416], null],
    ['China', 'busy', [450], [350, 350]],
    ['Australia', 'dial', [400, 425, 450], null],
    ['Russian_Federation', 'busy', [425], [350, 350]],
  ] as const)('%s, %s: %j, %j', (locale, name, frequencies, expected) => {
    const tone = tableOf(locale).tones[name];
    const samples = loop(tone);
    const all = [330, 350, 384, 400, 416, 425, 440, 450, 480, 620, 950];
    // A second without a pause, or the first sound: long enough to tell 440 Hz from 450.
    expect(heard(samples.subarray(0, expected ? expected[0] * 8 : 8000), all)).toEqual(frequencies);
    // A pause begins and ends within the ramps, 5 ms.
    const found = expected && cadence(samples);
    expect(found?.map((milliseconds, at) => Math.abs(milliseconds - (expected?.[at] ?? 0)) <= 10)).toEqual(
      expected?.map(() => true),
    );
  });

  test.each(every)(
    '$locale, $name: sounds, no louder than is sensible, and does not click, at its seam neither',
    ({ tone }) => {
      const { samples, loopFrom } = synthesizeTone(tone);
      expect(peak(samples) / 32768).toBeGreaterThan(0.2);
      expect(peak(samples) / 32768).toBeLessThanOrEqual(0.35);
      // No step from sample to sample is greater than the waves themselves make it.
      const steepest = Math.max(
        ...tone.map(({ frequencies }) => {
          const level = 0.34 / Math.sqrt(2 * Math.max(1, frequencies.length));
          return frequencies.reduce((sum, frequency) => sum + 2 * level * Math.sin((Math.PI * frequency) / 8000), 0);
        }),
      );
      const looped = Int16Array.from([0, ...samples, ...samples.subarray(loopFrom, loopFrom + 400)]);
      const steps = looped.map((sample, at) => (at === 0 ? 0 : Math.abs(sample - (looped[at - 1] ?? 0))));
      expect(peak(steps)).toBeLessThanOrEqual(32768 * steepest * 1.05 + 2);
    },
  );

  test.each(every.filter(({ tone }) => repeated(tone).some(({ frequencies }) => frequencies.length === 0)))(
    '$locale, $name: comes and goes softly',
    ({ tone }) => {
      const { samples } = synthesizeTone(tone);
      let from = 0;
      for (const [at, { frequencies, milliseconds }] of tone.entries()) {
        const [start, end] = [Math.round(from * 8), Math.round((from + milliseconds) * 8)];
        from += milliseconds;
        if (frequencies.length === 0) expect(peak(samples.subarray(start, end))).toBe(0);
        else if (tone[at + 1]?.frequencies.length === 0)
          expect(peak(samples.subarray(end - 8, end))).toBeLessThan(0.04 * 32768);
      }
    },
  );

  test('call waiting is soft: it comes over a voice', () => {
    const levels = (['busy', 'callWaiting'] as const).map((name) =>
      peak(networkTone(tableOf('Germany'), name).samples),
    );
    expect((levels[1] ?? 0) / (levels[0] ?? 0)).toBeCloseTo(0.32, 1);
  });

  test('what comes once is not repeated: ten short dial tones, then one without end', () => {
    const { loopFrom, samples } = networkTone(tableOf('United_States'), 'stutterDial');
    expect([loopFrom / 8000, samples.length / 8000]).toEqual([2, 3]);
    expect(cadence(samples.subarray(0, loopFrom))).toHaveLength(20);
  });

  test('a network without a special dial tone has its dial tone instead', () => {
    expect(networkTone(tableOf('Spain'), 'stutterDial')).toEqual(networkTone(tableOf('Spain'), 'dial'));
  });

  test('a tone comes as a complete WAV file', () => {
    const { wav, loopFrom } = loopOf(networkTone(tableOf('United_States'), 'busy'));
    expect([Buffer.from(wav.subarray(0, 4)).toString(), wav.length, loopFrom]).toEqual(['RIFF', 44 + 16000, 0]);
  });
});

describe('a table that is none is refused', () => {
  const german = tableOf('Germany');
  const withDial = (...dial: Tone): unknown => ({ ...german, tones: { ...german.tones, dial } });
  test.each([
    ['without a tone that every network has', { ...german, tones: { dial: german.tones.dial } }, /ringback/],
    ['with a tone that nobody knows', { ...german, tones: { ...german.tones, hum: german.tones.dial } }, /hum/],
    ['of pauses alone', withDial({ frequencies: [], milliseconds: 500 }), /cannot be heard/],
    ['that would click', withDial({ frequencies: [425], milliseconds: 333 }), /whole periods/],
    ['with a sound beyond the telephone channel', withDial({ frequencies: [9000], milliseconds: 1000 }), /3400/],
    ['that never repeats', withDial({ frequencies: [425], milliseconds: 1000, once: true }), /repeated/],
    [
      'with a beginning in its middle',
      withDial({ frequencies: [425], milliseconds: 1000 }, { frequencies: [425], milliseconds: 1000, once: true }),
      /stand before/,
    ],
  ] as const)('%s', (_name, table, cause) => {
    const parsed = v.safeParse(toneTableSchema, table);
    expect(parsed.issues?.map(({ message, path }) => `${path?.map(({ key }) => key)}: ${message}`).join()).toMatch(
      cause,
    );
  });
});
