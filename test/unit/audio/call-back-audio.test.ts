import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCallBackAudio } from '../../../src-main/audio/call-back-audio';
import { decodeMuLawBytes, encodeMuLawSamples } from '../../../src-main/audio/mu-law';
import { muLawWav } from '../../../src-main/audio/wav';

const twinkle = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../assets/CallBack.raw')));

/** The same numbers on every run, evenly spread over 0 to 1. */
function* chance(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) {
    for (const byte of createHash('sha256').update(`${seed}${block}`).digest()) yield (byte + 0.5) / 256;
  }
}
const dice = chance('call back');
const gauss = (): number =>
  Math.sqrt(-2 * Math.log(dice.next().value)) * Math.cos(2 * Math.PI * dice.next().value + dice.next().value / 50);

const sound = (at: (time: number, index: number) => number): Int16Array =>
  Int16Array.from({ length: 7680 }, (_, index) => at(index / 8000, index));
const tone = (frequency: number, level: number): Int16Array =>
  sound((time) => level * Math.sin(2 * Math.PI * frequency * time));

function speech(): Int16Array {
  let [last, before] = [0, 0];
  return sound((time, index) => {
    [before, last] = [last, (index % 67 === 0 ? 8000 : 0) + 200 * gauss() + 1.6 * last - 0.85 * before];
    return last * (0.5 + 0.5 * Math.sin(19 * time));
  });
}
const SOUNDS = {
  'a low tone': tone(440, 9000),
  'a tone of 1 kHz': tone(1000, 9000),
  'a tone of 2 kHz': tone(2000, 9000),
  'a tone of 3 kHz': tone(3000, 9000),
  'a quiet tone': tone(700, 400),
  'a square wave': sound((time) => Math.sign(Math.sin(2720 * time)) * 9000),
  speech: speech(),
  drums: sound((time) => 8000 * gauss() * Math.exp((time % 0.25) * -30)),
  'white noise': sound(() => 4000 * gauss()),
  'the twinkle': decodeMuLawBytes(twinkle),
} as const;

const pcm16 = (samples: Int16Array, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, index) => {
    view.setInt16(index * 2, sample, littleEndian);
  });
  return new Uint8Array(view.buffer).subarray(0, 15360);
};
const reasonOf = (bytes: Uint8Array | null): string => {
  const check = checkCallBackAudio(bytes);
  return check.ok ? 'ok' : check.reason;
};
const repeated = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.repeat(700))).subarray(0, 9600);
const with48 = (head: string): Uint8Array => Uint8Array.from([...Buffer.from(head, 'latin1'), ...twinkle]);

describe('the check of CallBack.raw', () => {
  test('our own passes and becomes a WAV file', () => {
    expect(checkCallBackAudio(twinkle)).toEqual({ ok: true, wav: muLawWav(twinkle) });
  });

  test.each(Object.keys(SOUNDS) as readonly (keyof typeof SOUNDS)[])('%s in mu-law passes', (name) => {
    expect(reasonOf(encodeMuLawSamples(SOUNDS[name]))).toBe('ok');
  });

  test.each([
    ['no file', null, 'missing'],
    ['an empty file', new Uint8Array(0), 'empty'],
    ['239 samples', twinkle.subarray(0, 239), 'tooShort'],
    ['240 samples', twinkle.subarray(0, 240), 'ok'],
    ['16080 samples', Uint8Array.from([...twinkle, ...twinkle]).subarray(0, 16080), 'ok'],
    ['16081 samples', Uint8Array.from([...twinkle, ...twinkle]).subarray(0, 16081), 'tooLong'],
    ['12027 samples', twinkle.subarray(0, 12027), 'notMultipleOf240'],
    ['a WAV file', muLawWav(twinkle), 'notMuLaw'],
    ['a long WAV file', muLawWav(new Uint8Array(90000)), 'notMuLaw'],
    ['an MP3 file', with48('ID3\x04'), 'notMuLaw'],
    ['an Ogg file', with48('OggS'), 'notMuLaw'],
    ['a FLAC file', with48('fLaC'), 'notMuLaw'],
    ['an AIFF file', with48('FORM\0\0\0\0AIFF'), 'notMuLaw'],
    ['an AU file', with48('.snd'), 'notMuLaw'],
    ['an MP4 file', with48('\0\0\0\x20ftypM4A '), 'notMuLaw'],
    ['silence', new Uint8Array(960).fill(0xff), 'silent'],
    ['negative silence', new Uint8Array(960).fill(0x7f), 'silent'],
    ['zero bytes', new Uint8Array(960), 'silent'],
    ['any constant', new Uint8Array(960).fill(0x93), 'silent'],
    ['a faint hiss', new Uint8Array(960).map((_, index) => [0xff, 0x7e, 0x7f, 0xfe][index % 4] ?? 0), 'silent'],
    ['a text', repeated('Place a call to the busy phone. '), 'notMuLaw'],
    ['a Russian text', repeated('Телефон освободился; нажмите «Набор». '), 'notMuLaw'],
    [
      'a UTF-16 text',
      new Uint8Array(Buffer.from('The phone is free. '.repeat(300), 'utf16le')).subarray(0, 9600),
      'notMuLaw',
    ],
    ['compressed data', Uint8Array.from({ length: 9600 }, () => dice.next().value * 256), 'notMuLaw'],
  ] as const)('%s: %s', (_name, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  test.each(['a low tone', 'a quiet tone', 'speech', 'drums', 'white noise', 'the twinkle'] as const)(
    '%s in samples of 16 bits is refused, whichever byte comes first',
    (name) => {
      expect([true, false].map((littleEndian) => reasonOf(pcm16(SOUNDS[name], littleEndian)))).toEqual([
        'notMuLaw',
        'notMuLaw',
      ]);
    },
  );

  test.each(['a low tone', 'speech', 'the twinkle'] as const)('%s in linear samples of 8 bits is refused', (name) => {
    expect(reasonOf(Uint8Array.from(SOUNDS[name], (sample) => (sample >> 8) + 128))).toBe('notMuLaw');
  });

  test('every refusal says the cause and what to do', () => {
    const check = checkCallBackAudio(twinkle.subarray(0, 12027));
    expect(check).toEqual({
      ok: false,
      reason: 'notMultipleOf240',
      words: 'The alert sound has 12027 samples; a phone needs a multiple of 240. Cut it to 12000.',
    });
  });
});
