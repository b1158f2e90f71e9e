import { concatenate } from './concatenate';
import { decodeMuLaw, encodeMuLaw } from './mu-law';
import { SAMPLE_RATE } from './wav';

/** Between two rings. Seconds. */
const PAUSE = 4;
/** Telcordia GR-506, distinctive ringing 2: twice 0.8 s, with 0.4 s between. */
const SHORT = 0.8;
const BETWEEN = 0.4;
/** A ring that is cut short fades out within that time: it must not click. */
const FADE = 0.02;
/** The code of silence in mu-law. */
const SILENCE = 0xff;

/** As on a 7960, a caller inside the company is one burst, one from outside is two. */
export type RingCadence = 'single' | 'double';

/** One turn of a ring that is to be heard over and over again, in mu-law. */
export function ringPeriod(ring: Uint8Array, cadence: RingCadence): Uint8Array {
  const pause = silence(PAUSE);
  if (cadence === 'single') return concatenate([ring, pause]);
  const burst = cutShort(ring);
  return concatenate([burst, silence(BETWEEN), burst, pause]);
}

function cutShort(ring: Uint8Array): Uint8Array {
  const length = SHORT * SAMPLE_RATE;
  if (ring.length <= length) return ring;
  const fade = FADE * SAMPLE_RATE;
  return Uint8Array.from(ring.subarray(0, length), (code, at) => {
    const left = length - 1 - at;
    return left >= fade ? code : encodeMuLaw(Math.round((decodeMuLaw(code) * left) / fade));
  });
}

const silence = (seconds: number): Uint8Array => new Uint8Array(seconds * SAMPLE_RATE).fill(SILENCE);
