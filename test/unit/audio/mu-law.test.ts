import { describe, expect, test } from 'vitest';
import {
  decodeMuLaw,
  decodeMuLawBytes,
  encodeMuLaw,
  encodeMuLawSamples,
  MU_LAW_PEAK,
} from '../../../src-main/audio/mu-law';

const codes = Array.from({ length: 256 }, (_, code) => code);

describe('G.711 mu-law', () => {
  test('every code comes back as itself, the negative zero as the positive', () => {
    expect(codes.map((code) => encodeMuLaw(decodeMuLaw(code)))).toEqual(
      codes.map((code) => (code === 0x7f ? 0xff : code)),
    );
  });

  test('the ends of the segments are those of table 2a', () => {
    // Decision values of the Recommendation (14 bits) times four, and the code of what begins there.
    expect(
      [0, 31, 95, 223, 479, 991, 2015, 4063, 8158].map((value) => [value, encodeMuLaw(value * 4).toString(16)]),
    ).toEqual([
      [0, 'ff'],
      [31, 'ef'],
      [95, 'df'],
      [223, 'cf'],
      [479, 'bf'],
      [991, 'af'],
      [2015, '9f'],
      [4063, '8f'],
      [8158, '80'],
    ]);
  });

  test('levels of both signs are mirrored', () => {
    expect(codes.slice(128).map(decodeMuLaw)).toEqual(codes.slice(0, 128).map((code) => Math.abs(decodeMuLaw(code))));
    expect(codes.map(decodeMuLaw).every((sample) => Math.abs(sample) <= MU_LAW_PEAK)).toBe(true);
    expect(decodeMuLaw(0x00)).toBe(-MU_LAW_PEAK);
  });

  test('no sample is further from its code than half an interval of its segment', () => {
    for (let sample = -32768; sample <= 32767; sample++) {
      const error = Math.abs(decodeMuLaw(encodeMuLaw(sample)) - sample);
      const clipped = Math.max(0, Math.abs(sample) - MU_LAW_PEAK);
      const interval = 2 ** Math.max(3, Math.floor(Math.log2(Math.abs(sample) + 132)) - 4);
      expect(error).toBeLessThanOrEqual(Math.max(interval / 2, clipped));
    }
  });

  test('whole buffers go the same way', () => {
    const samples = Int16Array.of(-32768, -1000, 0, 1000, 32767);
    expect(Array.from(decodeMuLawBytes(encodeMuLawSamples(samples)))).toEqual([-32124, -988, 0, 988, 32124]);
  });
});
