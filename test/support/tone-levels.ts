import type { Recording } from './recording.ts';

/** Long enough to tell 440 Hz from 480 Hz. */
const windowSeconds = 0.1;
const stepSeconds = 0.025;

export interface ToneLevels {
  /** Middle of the window, in seconds from the beginning of the recording. */
  readonly at: number;
  /** Amplitude at each frequency asked for, in that order. */
  readonly levels: readonly number[];
  /** Which part of all the sound in the window those frequencies make up: 0 … 1. */
  readonly share: number;
}

/** How loud some frequencies are over time (Goertzel's algorithm under a Hann window that slides). */
export function toneLevels(recording: Recording, frequencies: readonly number[]): readonly ToneLevels[] {
  const { rate, samples } = recording;
  const length = Math.round(windowSeconds * rate);
  const hann = Float64Array.from({ length }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / length));
  const hannSum = length / 2;
  const hannPower = length * 0.375;
  const windowed = new Float64Array(length);
  const result: ToneLevels[] = [];
  for (let start = 0; start + length <= samples.length; start += Math.round(stepSeconds * rate)) {
    let power = 0;
    for (let at = 0; at < length; at += 1) {
      const value = (samples[start + at] ?? 0) * (hann[at] ?? 0);
      windowed[at] = value;
      power += value * value;
    }
    power /= hannPower;
    const levels = frequencies.map((frequency) => (2 * magnitude(windowed, frequency / rate)) / hannSum);
    const tonal = levels.reduce((sum, level) => sum + (level * level) / 2, 0);
    result.push({
      at: (start + length / 2) / rate,
      levels,
      share: power < 1e-9 ? 0 : Math.min(1, tonal / power),
    });
  }
  return result;
}

export interface ToneSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * When exactly these frequencies sounded together, in seconds: each audible, and little else besides them. Its spans
 * show a cadence: a busy tone is many of half a second, a dial tone is one. Edges are right to about 50 ms.
 */
export function toneSpans(
  recording: Recording,
  frequencies: readonly number[],
  { leastLevel = 0.01, leastShare = 0.8 } = {},
): readonly ToneSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const { at, levels, share } of toneLevels(recording, frequencies)) {
    if (share < leastShare || levels.some((level) => level < leastLevel)) continue;
    const last = spans.at(-1);
    if (last !== undefined && at - last.to < 1.5 * stepSeconds) last.to = at;
    else spans.push({ from: at, to: at });
  }
  return spans;
}

function magnitude(samples: Float64Array, cyclesPerSample: number): number {
  const coefficient = 2 * Math.cos(2 * Math.PI * cyclesPerSample);
  let previous = 0;
  let beforeThat = 0;
  for (const sample of samples) {
    const next = sample + coefficient * previous - beforeThat;
    beforeThat = previous;
    previous = next;
  }
  return Math.sqrt(Math.max(0, previous ** 2 + beforeThat ** 2 - coefficient * previous * beforeThat));
}
