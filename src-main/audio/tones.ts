import { type NetworkToneName, sounds, type Tone, type ToneStep, type ToneTable } from './tone-table';
import { pcm16Wav, SAMPLE_RATE } from './wav';

/** A tone as samples of 16 bits at 8 kHz. Repeating what lies from `loopFrom` on gives the tone. */
export interface Synthesis {
  readonly samples: Int16Array;
  /** Where the part begins that is repeated, in samples. */
  readonly loopFrom: number;
}

/** All frequencies of a step together stay below this share of full scale: loud enough at an ear, never harsh. */
const LOUDEST = 0.34;

/** A tone over somebody's voice must be heard and must not hurt. Decibels. */
const OVER_A_VOICE = -10;

/** How long a sound takes to come and go beside a pause: short for the ear, too long to click. Milliseconds. */
const RAMP = 5;

/** A step, the samples that lie before it and how many are its own. */
interface Place {
  readonly step: ToneStep;
  readonly from: number;
  readonly length: number;
  /** A pause lies before it, or after it. */
  readonly comes: boolean;
  readonly goes: boolean;
}

/** @param decibels how much softer than a tone that is heard alone */
export function synthesizeTone(tone: Tone, decibels = 0): Synthesis {
  const places = placesOf(tone);
  const last = places.at(-1);
  const samples = new Int16Array(last ? last.from + last.length : 0);
  for (const place of places) fill(samples, place, decibels);
  return { samples, loopFrom: places.find(({ step }) => !step.once)?.from ?? 0 };
}

/** A network that has no special dial tone has its dial tone instead. */
export const networkTone = ({ tones }: ToneTable, name: NetworkToneName): Synthesis =>
  synthesizeTone(tones[name] ?? tones.dial, name === 'callWaiting' ? OVER_A_VOICE : 0);

/** What is sent to be looped: a complete WAV file (PCM, 16 bits, 8 kHz, mono), and the second at which its loop begins. */
export const loopOf = ({ samples, loopFrom }: Synthesis): { readonly wav: Uint8Array; readonly loopFrom: number } => ({
  wav: pcm16Wav(samples),
  loopFrom: loopFrom / SAMPLE_RATE,
});

function placesOf(tone: Tone): readonly Place[] {
  let milliseconds = 0;
  return tone.map((step, index) => {
    const from = samplesIn(milliseconds);
    milliseconds += step.milliseconds;
    // The loop comes back to its beginning from its end, however it was come to first.
    const first = !step.once && (tone[index - 1]?.once ?? true);
    const before = first ? tone.at(-1) : tone[index - 1];
    const after = tone[index + 1] ?? tone.find(({ once }) => !once);
    const pause = (other: ToneStep | undefined): boolean => other === undefined || !sounds(other);
    return { step, from, length: samplesIn(milliseconds) - from, comes: pause(before), goes: pause(after) };
  });
}

function fill(samples: Int16Array, { step, from, length, comes, goes }: Place, decibels: number): void {
  const { frequencies, modulatedBy } = step;
  const level = 10 ** ((decibels + (step.decibels ?? 0)) / 20) * (LOUDEST / Math.sqrt(2 * frequencies.length));
  for (let index = 0; index < length && sounds(step); index++) {
    const wave = frequencies.reduce((sum, frequency) => sum + Math.sin(angle(frequency, index)), 0);
    const swell = modulatedBy === undefined ? 1 : (1 - Math.cos(angle(modulatedBy, index))) / 2;
    const edge = Math.min(comes ? index : length, goes ? length - 1 - index : length);
    samples[from + index] = Math.round(32767 * level * wave * swell * ramp(edge));
  }
}

const angle = (frequency: number, index: number): number => (2 * Math.PI * frequency * index) / SAMPLE_RATE;

/** 0 beside the pause, 1 from RAMP on, half a cosine between. */
function ramp(distance: number): number {
  const share = distance / samplesIn(RAMP);
  return share >= 1 ? 1 : (1 - Math.cos(Math.PI * share)) / 2;
}

const samplesIn = (milliseconds: number): number => Math.round((milliseconds * SAMPLE_RATE) / 1000);
