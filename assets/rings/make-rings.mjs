// Makes the rings that a phone comes with, and RINGLIST.XML, which names them. All are our own, and come out the same, byte
// for byte, on every machine.
//
//   node assets/rings/make-rings.mjs [folder]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRAME, RATE, writeRawSound } from '../raw-sound.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));

/** @param {number} frequency @param {number} time */
const sine = (frequency, time) => Math.sin(2 * Math.PI * frequency * time);

/**
 * Something that is struck: partials that fade, each its share of the pitch, its strength and the seconds until a third is left.
 * @param {readonly (readonly [number, number, number])[]} partials
 * @param {number} pitch @param {number} since
 */
function struck(partials, pitch, since) {
  if (since < 0) return 0;
  const attack = Math.min(1, since / 0.003);
  return partials.reduce(
    (sum, [ratio, strength, fade]) => sum + attack * strength * Math.exp(-since / fade) * sine(pitch * ratio, since),
    0,
  );
}

/** What sounds evenly: 0 before and after, drawn up and down in 5 ms. @param {number} since @param {number} length */
const sustained = (since, length) =>
  since < 0 || since > length ? 0 : Math.min(1, since / 0.005, (length - since) / 0.005);

/** @type {readonly (readonly [number, number, number])[]} */
const BELL = [
  [1, 1, 0.09],
  [2.76, 0.6, 0.05],
  [5.4, 0.25, 0.02],
];
/** @type {readonly (readonly [number, number, number])[]} */
const WOOD = [
  [1, 1, 0.12],
  [3.98, 0.3, 0.03],
];
/** @type {readonly (readonly [number, number, number])[]} */
const GLASS = [
  [1, 1, 0.4],
  [2.01, 0.25, 0.2],
  [3.02, 0.1, 0.1],
];
/** @type {readonly (readonly [number, number, number])[]} */
const GONG = [
  [1, 1, 0.8],
  [1.48, 0.6, 0.6],
  [2.02, 0.4, 0.35],
  [2.74, 0.3, 0.2],
];

/**
 * @param {readonly (readonly [number, number])[]} notes pitch and second
 * @param {readonly (readonly [number, number, number])[]} partials
 */
const melody = (notes, partials) => (/** @type {number} */ time) =>
  notes.reduce((sum, [pitch, at]) => sum + struck(partials, pitch, time - at), 0);

/** The first is the usual one. @type {readonly {name: string, file: string, frames: number, wave: (time: number) => number}[]} */
const RINGS = [
  // A fourth, E5 to A5 and back, ten times a second; whole periods of both in 50 ms.
  {
    name: 'Warble',
    file: 'warble.raw',
    frames: 66,
    wave: (time) => sine(Math.floor(time / 0.05) % 2 === 0 ? 660 : 880, time % 0.05),
  },
  // A clapper between two shells, twenty strokes a second.
  {
    name: 'Old Bell',
    file: 'old-bell.raw',
    frames: 66,
    wave: (time) =>
      [0, 1, 2, 3].reduce((sum, ago) => {
        const stroke = Math.floor(time / 0.05) - ago;
        return stroke < 0 ? sum : sum + struck(BELL, stroke % 2 === 0 ? 1040 : 1310, time - stroke * 0.05);
      }, 0),
  },
  {
    name: 'Wood',
    file: 'wood.raw',
    frames: 60,
    wave: melody(
      [523.25, 659.26, 783.99, 1046.5, 783.99, 659.26, 523.25, 783.99].map((pitch, at) => [pitch, at * 0.16]),
      WOOD,
    ),
  },
  {
    name: 'Glass',
    file: 'glass.raw',
    frames: 66,
    wave: melody(
      [
        [1318.51, 0],
        [1567.98, 0.18],
        [2093, 0.36],
        [1567.98, 0.9],
        [2093, 1.08],
      ],
      GLASS,
    ),
  },
  {
    name: 'Gong',
    file: 'gong.raw',
    frames: 67,
    wave: melody(
      [
        [392, 0],
        [294, 0.7],
      ],
      GONG,
    ),
  },
  // Two beeps of a pair of tones.
  {
    name: 'Double Beep',
    file: 'double-beep.raw',
    frames: 34,
    wave: (time) => (sine(950, time) + 0.6 * sine(1425, time)) * (sustained(time, 0.32) + sustained(time - 0.52, 0.32)),
  },
  // Three short chirps that fall, and again.
  {
    name: 'Cricket',
    file: 'cricket.raw',
    frames: 50,
    wave: (time) =>
      [0, 0.11, 0.22, 0.75, 0.86, 0.97].reduce((sum, at) => {
        const since = time - at;
        return sum + sustained(since, 0.07) * Math.sin(2 * Math.PI * (2300 * since - 2500 * since * since));
      }, 0),
  },
  // For a room in which many phones ring: low and round.
  {
    name: 'Low Pulse',
    file: 'low-pulse.raw',
    frames: 58,
    wave: (time) =>
      [0, 0.4, 0.8, 1.2].reduce(
        (sum, at) => sum + sustained(time - at, 0.25) * (sine(330, time - at) + 0.4 * sine(660, time - at)),
        0,
      ),
  },
];

const CLOSE = 0.04; // seconds in which the last of a ring is drawn to zero

for (const { file, frames, wave } of RINGS) {
  const length = frames * FRAME;
  const samples = Array.from({ length }, (_, index) => {
    const close = Math.min(1, (length - 1 - index) / (CLOSE * RATE));
    return close * wave(index / RATE);
  });
  writeRawSound(join(folder, file), samples, 0.4);
}

const entries = RINGS.map(
  ({ name, file }) => `  <Ring>\n    <DisplayName>${name}</DisplayName>\n    <FileName>${file}</FileName>\n  </Ring>\n`,
);
writeFileSync(
  join(folder, 'RINGLIST.XML'),
  `<?xml version="1.0" encoding="UTF-8"?>\n<CiscoIPPhoneRingList>\n${entries.join('')}</CiscoIPPhoneRingList>\n`,
);
