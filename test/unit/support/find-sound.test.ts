import { describe, expect, test } from 'vitest';
import { findSound } from '../../support/find-sound.ts';
import { fromMuLaw, muLawToLinear, type Recording } from '../../support/recording.ts';

const rate = 8000;
const notes = [262, 262, 392, 392, 440, 440, 392, 0, 349, 349, 330, 330, 294, 294, 262];
const source = tune(notes);

/** Notes with a decay, as a bell or a phone plays them. */
function tune(frequencies: readonly number[]): Recording {
  const noteSeconds = 0.32;
  const samples = Float32Array.from({ length: Math.round(frequencies.length * noteSeconds * rate) }, (_, index) => {
    const note = Math.floor(index / rate / noteSeconds);
    const time = index / rate - note * noteSeconds;
    const phase = 2 * Math.PI * (frequencies[note] ?? 0) * time;
    return 0.3 * Math.exp(-3 * time) * (Math.sin(phase) + 0.4 * Math.sin(2 * phase));
  });
  return { rate, samples };
}

/** Plays a source into silence at 44.1 kHz: by linear interpolation, from any fraction of a sample on. */
function played(sound: Recording, from = 1.2345, loudness = 1): Recording {
  const length = Math.round(44_100 * (sound.samples.length / sound.rate + from + 1));
  const samples = Float32Array.from({ length }, (_, index) => {
    const at = (index / 44_100 - from) * sound.rate;
    const before = Math.floor(at);
    const [a = 0, b = 0] = [sound.samples[before], sound.samples[before + 1]];
    return loudness * (a + (b - a) * (at - before));
  });
  return { rate: 44_100, samples };
}

const generated = (seconds: number, at: (time: number, index: number) => number): Recording => ({
  rate: 44_100,
  samples: Float32Array.from({ length: seconds * 44_100 }, (_, index) => at(index / 44_100, index)),
});

function noise(): Recording {
  let seed = 1;
  return generated(6, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 1_073_741_824 - 1;
  });
}

describe('the tune is heard', () => {
  test('whole, and where it began', () => {
    const found = findSound(played(source), source);
    expect(found).toMatchObject({ heard: true });
    expect(found.best).toBeGreaterThan(0.98);
    expect(found.bestAt).toBeCloseTo(1.2345, 2);
  });

  test('at any loudness', () => {
    expect(findSound(played(source, 0.5, 0.02), source)).toMatchObject({ heard: true });
  });

  test('with gaps, as on a machine that is short of time', () => {
    const cut = Math.floor(source.samples.length / 2);
    const gap = new Float32Array(1000);
    const samples = Float32Array.from([...source.samples.slice(0, cut), ...gap, ...source.samples.slice(cut)]);
    const found = findSound(played({ rate, samples }), source);
    expect(found.best).toBeLessThan(0.9);
    expect(found).toMatchObject({ heard: true });
  });
});

describe('something else is not taken for it', () => {
  const ring = generated(6, (time) => 0.2 * (Math.sin(2764.6 * time) + Math.sin(3015.9 * time)));
  const reversed = { rate, samples: source.samples.slice().reverse() };
  const sameNotes = tune([...notes.slice(8), ...notes.slice(0, 8)].reverse());
  const firstHalf = { rate, samples: source.samples.slice(0, source.samples.length / 2) };
  test.each([
    ['silence', generated(6, () => 0)],
    ['noise', noise()],
    ['a ring tone', ring],
    ['the tune reversed', played(reversed)],
    ['another tune of the same notes', played(sameNotes)],
    ['half of the tune', played(firstHalf)],
    ['nothing at all', { rate: 44_100, samples: new Float32Array() }],
  ])('%s', (_, recording) => {
    const found = findSound(recording, source);
    expect(found).toMatchObject({ heard: false });
    expect(found.best).toBeLessThan(0.8);
    expect(found.pieces).toBeLessThan(0.6);
  });
});

test('mu-law is decoded by the table of G.711', () => {
  expect([0xff, 0x7f, 0x80, 0x00, 0xf0, 0xe7].map((byte) => Math.round(muLawToLinear(byte) * 32768))).toEqual([
    0, 0, 32124, -32124, 120, 260,
  ]);
  expect(fromMuLaw(Uint8Array.of(0xff, 0x80))).toMatchObject({ rate: 8000, samples: { length: 2 } });
});
