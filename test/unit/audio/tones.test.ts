import { describe, expect, test } from 'vitest';
import { type PhoneToneName, synthesizeTone, TONES, toneWav } from '../../../src-main/audio/tones';
import { amplitudeAt } from './goertzel';

const names = Object.keys(TONES.US) as readonly PhoneToneName[];
const seconds = (samples: Int16Array, from: number, to: number): Int16Array => samples.subarray(from * 8000, to * 8000);
const peak = (samples: Int16Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** Frequencies of the table below that are heard in the samples. */
const heard = (samples: Int16Array): readonly number[] =>
  [350, 440, 480, 620, 660, 770, 880].filter((frequency) => amplitudeAt(samples, frequency) > 0.05);

describe('the tones of the United States', () => {
  test.each([
    { name: 'dial', frequencies: [350, 440], on: 2, period: 2 },
    { name: 'ringback', frequencies: [440, 480], on: 2, period: 6 },
    { name: 'busy', frequencies: [480, 620], on: 0.5, period: 1 },
    { name: 'reorder', frequencies: [480, 620], on: 0.25, period: 0.5 },
    { name: 'ring', frequencies: [660, 880], on: 2, period: 6 },
  ] as const)('$name has its frequencies and its cadence', ({ name, frequencies, on, period }) => {
    const samples = synthesizeTone(TONES.US[name]);
    expect(samples.length / 8000).toBe(period);
    expect(heard(seconds(samples, 0, on))).toEqual(frequencies);
    expect(peak(seconds(samples, 0, on))).toBeGreaterThan(0.25 * 32768);
    expect(peak(seconds(samples, on, period))).toBe(0);
  });

  test.each(names)('%s stays at a sensible level', (name) => {
    expect(peak(synthesizeTone(TONES.US[name])) / 32768).toBeLessThanOrEqual(0.35);
  });

  test.each(names)('%s does not click, not at its seam either', (name) => {
    const samples = synthesizeTone(TONES.US[name]);
    const { frequencies, level, mix } = TONES.US[name];
    // What the steepest sample to sample step of these waves can be, ramps included.
    const steps = frequencies.map((frequency) => 2 * Math.sin((Math.PI * frequency) / 8000));
    const steepest = mix.kind === 'together' ? steps.reduce((sum, step) => sum + step) : Math.max(...steps);
    const step = samples.map((sample, index) => Math.abs(sample - (samples.at(index - 1) ?? 0)));
    expect(peak(step)).toBeLessThanOrEqual(32768 * level * steepest + 2);
  });

  test.each(names.filter((name) => TONES.US[name].off > 0))('%s comes and goes softly', (name) => {
    const samples = synthesizeTone(TONES.US[name]);
    const end = TONES.US[name].on * 8;
    expect(peak(samples.subarray(0, 8))).toBeLessThan(0.04 * 32768);
    expect(peak(samples.subarray(end - 8, end))).toBeLessThan(0.04 * 32768);
  });

  test('the dial tone goes on at its seam as if there were none', () => {
    const samples = synthesizeTone(TONES.US.dial);
    const twice = Int16Array.from([...samples.subarray(-4000), ...samples.subarray(0, 4000)]);
    expect(heard(twice)).toEqual([350, 440]);
    expect(amplitudeAt(twice, 350)).toBeCloseTo(0.17, 3);
  });

  test('the ring warbles: one pitch, then the other', () => {
    const samples = synthesizeTone(TONES.US.ring);
    const turns = [2, 3, 4, 5].map((turn) => heard(samples.subarray(turn * 400, (turn + 1) * 400)));
    expect(turns).toEqual([[660], [880], [660], [880]]);
  });

  test('a tone comes as a complete WAV file', () => {
    const wav = toneWav('busy');
    expect([Buffer.from(wav.subarray(0, 4)).toString(), wav.length]).toEqual(['RIFF', 44 + 16000]);
  });
});
