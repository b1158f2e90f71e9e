import { describe, expect, test } from 'vitest';
import type { Recording } from '../../support/recording.ts';
import { toneLevels, toneSpans } from '../../support/tone-levels.ts';

const rate = 44_100;
const dial = [350, 440];
const ringback = [440, 480];
const busy = [480, 620];

/** Two frequencies, on and off by a cadence in seconds. */
function tone(frequencies: readonly number[], seconds: number, on = seconds, off = 0): Recording {
  const samples = Float32Array.from({ length: seconds * rate }, (_, index) => {
    const time = index / rate;
    if (time % (on + off) >= on) return 0;
    return 0.1 * frequencies.reduce((sum, frequency) => sum + Math.sin(2 * Math.PI * frequency * time), 0);
  });
  return { rate, samples };
}

test('the levels are the amplitudes', () => {
  const middle = toneLevels(tone(dial, 1), [350, 440, 480])[10];
  expect(middle?.levels.map((level) => Number(level.toFixed(2)))).toEqual([0.1, 0.1, 0]);
  expect(middle?.share).toBeGreaterThan(0.98);
});

describe('a tone is told from the others', () => {
  const tones = { dial, ringback, busy };
  test.each(Object.entries(tones))('%s', (name, frequencies) => {
    const recording = tone(frequencies, 2);
    const heard = Object.entries(tones).filter(([, asked]) => toneSpans(recording, asked).length > 0);
    expect(heard.map(([found]) => found)).toEqual([name]);
  });

  test('silence and noise are none of them', () => {
    let seed = 1;
    const noise = Float32Array.from({ length: rate }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 1_073_741_824 - 1;
    });
    for (const frequencies of Object.values(tones)) {
      expect(toneSpans({ rate, samples: new Float32Array(rate) }, frequencies)).toEqual([]);
      expect(toneSpans({ rate, samples: noise }, frequencies)).toEqual([]);
    }
  });
});

test('the spans show the cadence', () => {
  const spans = toneSpans(tone(busy, 4, 0.5, 0.5), busy);
  expect(spans).toHaveLength(4);
  spans.forEach((span, index) => {
    expect(Math.abs(span.from - index)).toBeLessThan(0.06);
    expect(Math.abs(span.to - (index + 0.5))).toBeLessThan(0.06);
  });
});
