import { expect, test } from 'vitest';
import { peakOf, toPcm16 } from '../../support/recording.ts';
import { SoundTape } from '../../support/sound-tape.ts';

const rate = 1000;
const sound = (milliseconds: number, value: number) => {
  const samples = new Float32Array(milliseconds).fill(value);
  return toPcm16({ rate, samples });
};

test('what lies between two marks is given back, however the bytes were cut', () => {
  const tape = new SoundTape(rate);
  tape.append(sound(100, 0), 100);
  const from = tape.mark();
  const bytes = sound(50, 0.5);
  tape.append(bytes.subarray(0, 33), 120);
  tape.append(bytes.subarray(33), 150);
  const to = tape.mark();
  tape.append(sound(10, 0.9), 160);
  const recording = tape.between(from, to);
  expect(recording.samples).toHaveLength(50);
  expect(recording.samples.every((sample) => Math.abs(sample - 0.5) < 0.001)).toBe(true);
  expect(peakOf(tape.between(from, tape.mark()))).toBeCloseTo(0.9, 3);
});

test('the time at which a sample came in', () => {
  const tape = new SoundTape(rate);
  tape.append(sound(100, 0), 1100);
  tape.append(sound(100, 0), 1200);
  expect(tape.arrivalOf(0)).toBe(1000);
  expect(tape.arrivalOf(150)).toBe(1150);
  expect(() => tape.arrivalOf(200)).toThrow('not on the tape');
});

test('how long it has been quiet', () => {
  const tape = new SoundTape(rate);
  tape.append(sound(100, 0.5), 100);
  const mark = tape.mark();
  tape.append(sound(300, 0), 400);
  expect(tape.quietAtEnd({ sample: 0, at: 0 })).toBeCloseTo(0.3, 2);
  expect(tape.quietAtEnd(mark)).toBeCloseTo(0.3, 2);
  tape.append(sound(100, 0.5), 500);
  expect(tape.quietAtEnd(mark)).toBeCloseTo(0, 2);
});
