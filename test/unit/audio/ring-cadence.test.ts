import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeMuLawBytes } from '../../../src-main/audio/mu-law';
import { ringPeriod } from '../../../src-main/audio/ring-cadence';

const warble = readFileSync('assets/rings/warble.raw');

/** When there is something to hear, in seconds: pauses of less than 50 ms are no pauses. */
function bursts(period: Uint8Array): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const [at, sample] of decodeMuLawBytes(period).entries()) {
    if (Math.abs(sample) < 300) continue;
    const last = spans.at(-1);
    if (last && at - last[1] < 400) last[1] = at;
    else spans.push([at, at]);
  }
  return spans.map(([from, to]) => [Number((from / 8000).toFixed(1)), Number((to / 8000).toFixed(1))]);
}

test('a caller inside is one burst, the whole ring, and four seconds of silence', () => {
  const period = ringPeriod(warble, 'single');
  expect([bursts(period), period.length]).toEqual([[[0, 2]], warble.length + 32_000]);
});

test('a caller outside is two short bursts and four seconds of silence', () => {
  const period = ringPeriod(warble, 'double');
  expect([bursts(period), period.length / 8000]).toEqual([
    [
      [0, 0.8],
      [1.2, 2],
    ],
    6,
  ]);
});

test('a ring that is cut short fades out, and one that is short already is left as it is', () => {
  const cut = decodeMuLawBytes(ringPeriod(warble, 'double').subarray(0, 6400));
  expect(Math.max(...cut.subarray(-16).map(Math.abs))).toBeLessThan(Math.max(...cut.map(Math.abs)) / 8);
  const short = warble.subarray(0, 2400);
  expect(ringPeriod(short, 'double').subarray(0, 2400)).toEqual(new Uint8Array(short));
  expect(ringPeriod(short, 'double').length).toBe(2400 + 3200 + 2400 + 32_000);
});
