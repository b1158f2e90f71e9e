// Makes CallBack.raw, the sound that tells that a busy phone is free: a twinkle of four bells that climb.
// It is our own and comes out the same, byte for byte, on every machine.
//
//   node assets/make-call-back-raw.mjs [file]
import { fileURLToPath } from 'node:url';
import { FRAME, RATE, writeRawSound } from './raw-sound.mjs';

const LENGTH = FRAME * 54; // 1.62 s
const PEAK = 0.5;

/** Bells: when they are struck (seconds), pitch (hertz), strength. A major chord climbing to its octave. */
const BELLS = [
  { at: 0, pitch: 880, strength: 0.8 },
  { at: 0.11, pitch: 1108.73, strength: 0.85 },
  { at: 0.22, pitch: 1318.51, strength: 0.9 },
  { at: 0.33, pitch: 1760, strength: 1 },
];

/** Partials of a small bell: share of its pitch, strength, seconds until it has faded to a third. */
const PARTIALS = [
  { ratio: 1, strength: 1, fade: 0.34 },
  { ratio: 2.01, strength: 0.28, fade: 0.14 },
];

const STRIKE = 0.004; // seconds until a bell is at its loudest: bright, but no click
const CLOSE = 0.12; // seconds in which the last of the sound is drawn to zero

function bell({ at, pitch, strength }, time) {
  const since = time - at;
  if (since <= 0) return 0;
  const struck = Math.min(1, since / STRIKE);
  return PARTIALS.reduce(
    (sum, partial) =>
      sum +
      strength *
        partial.strength *
        struck *
        Math.exp(-since / partial.fade) *
        Math.sin(2 * Math.PI * pitch * partial.ratio * since),
    0,
  );
}

const twinkle = Array.from({ length: LENGTH }, (_, index) => {
  const close = Math.min(1, (LENGTH - 1 - index) / (CLOSE * RATE));
  return close * BELLS.reduce((sum, one) => sum + bell(one, index / RATE), 0);
});

writeRawSound(process.argv[2] ?? fileURLToPath(new URL('CallBack.raw', import.meta.url)), twinkle, PEAK);
