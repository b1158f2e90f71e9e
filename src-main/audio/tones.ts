import { pcm16Wav, SAMPLE_RATE } from './wav';

/**
 * One sound of a phone, as data. Frequencies in hertz, times in milliseconds, level as a share of full scale.
 *
 * - `together`: all frequencies sound at once, each at `level`, as a telephone exchange makes its tones.
 * - `inTurn`: one frequency after the other, each for `turn`, as a phone rings.
 */
export interface Tone {
  readonly frequencies: readonly number[];
  readonly level: number;
  readonly mix: { readonly kind: 'together' } | { readonly kind: 'inTurn'; readonly turn: number };
  /** `off` 0: the tone never pauses. `on` + `off` is the period that is looped. */
  readonly on: number;
  readonly off: number;
}

export type PhoneToneName = 'dial' | 'ringback' | 'busy' | 'reorder' | 'ring';
export type ToneTable = Readonly<Record<PhoneToneName, Tone>>;

// Two frequencies at this level stay below 0.35 of full scale together: loud enough in a handset, never harsh.
const LEVEL = 0.17;
const together = { kind: 'together' } as const;

/**
 * Tones by ISO 3166 country. The United States' are those of the Precise Tone Plan (350+440, 440+480, 480+620 Hz);
 * a further country is a further row.
 */
export const TONES = {
  US: {
    // 350 and 440 Hz repeat together every 100 ms, so two seconds end exactly where they began.
    dial: { frequencies: [350, 440], level: LEVEL, mix: together, on: 2000, off: 0 },
    ringback: { frequencies: [440, 480], level: LEVEL, mix: together, on: 2000, off: 4000 },
    busy: { frequencies: [480, 620], level: LEVEL, mix: together, on: 500, off: 500 },
    reorder: { frequencies: [480, 620], level: LEVEL, mix: together, on: 250, off: 250 },
    // Ours: a fourth, E5 to A5 and back, ten times a second. 50 ms hold whole periods of both (33 and 44),
    // so the pitch changes at a zero of the wave and does not click.
    ring: { frequencies: [660, 880], level: 0.3, mix: { kind: 'inTurn', turn: 50 }, on: 2000, off: 4000 },
  },
} as const satisfies Readonly<Record<string, ToneTable>>;

export type ToneCountry = keyof typeof TONES;

/** How long a tone takes to come and go at the edges of a pause: short for the ear, too long to click. */
const RAMP = 5;

/** One period of the tone's cadence, samples of 16 bits at 8 kHz. Looping it gives the tone. */
export function synthesizeTone(tone: Tone): Int16Array {
  const on = samplesIn(tone.on);
  const period = on + samplesIn(tone.off);
  return Int16Array.from({ length: period }, (_, index) =>
    index < on ? Math.round(32767 * tone.level * wave(tone, index) * (tone.off > 0 ? ramp(index, on) : 1)) : 0,
  );
}

/** One period of the tone as a complete WAV file (PCM, 16 bits, 8 kHz, mono). */
export function toneWav(name: PhoneToneName, country: ToneCountry = 'US'): Uint8Array {
  return pcm16Wav(synthesizeTone(TONES[country][name]));
}

function wave(tone: Tone, index: number): number {
  if (tone.mix.kind === 'together') {
    return tone.frequencies.reduce((sum, frequency) => sum + sine(frequency, index), 0);
  }
  const turn = Math.floor(index / samplesIn(tone.mix.turn));
  return sine(tone.frequencies[turn % tone.frequencies.length] ?? 0, index);
}

const sine = (frequency: number, index: number): number => Math.sin((2 * Math.PI * frequency * index) / SAMPLE_RATE);

/** 0 at both ends of what sounds, 1 from RAMP on, half a cosine between. */
function ramp(index: number, length: number): number {
  const edge = Math.min(index, length - 1 - index) / samplesIn(RAMP);
  return edge >= 1 ? 1 : (1 - Math.cos(Math.PI * edge)) / 2;
}

const samplesIn = (milliseconds: number): number => Math.round((milliseconds * SAMPLE_RATE) / 1000);
