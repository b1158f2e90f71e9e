import { describe, expect, test } from 'vitest';
import { muLawWav, pcm16Wav } from '../../../src-main/audio/wav';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('WAV', () => {
  test('mu-law is format 7 with a header of 58 bytes', () => {
    expect(hex(muLawWav(Uint8Array.of(1, 2, 3, 4)))).toBe(
      [
        '524946463600000057415645', // RIFF, 54 bytes follow, WAVE
        '666d7420120000000700010040', // fmt, 18 bytes, format 7, 1 channel, 8000 …
        '1f0000401f000001000800', // … samples and bytes a second, 1 byte a block, 8 bits …
        '0000', // … no extension
        '666163740400000004000000', // fact: 4 samples
        '646174610400000001020304', // data
      ].join(''),
    );
  });

  test('an odd length is filled up, and only the RIFF size counts it', () => {
    const wav = muLawWav(Uint8Array.of(9));
    expect([wav.length, hex(wav.subarray(54)), hex(wav.subarray(4, 8))]).toEqual([60, '010000000900', '34000000']);
  });

  test('PCM of 16 bits is format 1 with a header of 44 bytes', () => {
    expect(hex(pcm16Wav(Int16Array.of(1, -2)))).toBe(
      '524946462800000057415645666d74201000000001000100401f0000803e00000200100064617461040000000100feff',
    );
  });
});
