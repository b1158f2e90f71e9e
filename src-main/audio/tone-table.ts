import * as v from 'valibot';

/**
 * The tones of a telephone network, as data: one file for each network locale, named as Cisco names it (`United_Kingdom`).
 * ITU-T E.180 has the general rules; what a country's exchanges send is in its Supplement 2.
 *
 * A tone is steps one after the other, over and over again.
 */

/** The ear's range as a telephone channel has it. */
const hertz = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(3400));

const stepSchema = v.strictObject({
  /** All of them at once; none = a pause. */
  frequencies: v.pipe(v.array(hertz), v.maxLength(4)),
  /** How often in a second the sound swells and falls to nothing, hertz. */
  modulatedBy: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  milliseconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(20_000)),
  /** Louder or, as a rule, softer than other tones. */
  decibels: v.optional(v.pipe(v.number(), v.minValue(-40), v.maxValue(0))),
  /** Comes at the beginning only, and is not repeated. */
  once: v.optional(v.boolean()),
});
export type ToneStep = v.InferOutput<typeof stepSchema>;

const toneSchema = v.pipe(
  v.array(stepSchema),
  v.maxLength(64),
  v.check((steps) => steps.some(sounds), 'a tone without a frequency cannot be heard'),
  v.check((steps) => repeated(steps).length > 0, 'a tone needs steps that are repeated'),
  v.check(
    (steps) => steps.every(({ once }, index) => !once || steps.slice(0, index).every((before) => before.once === true)),
    'steps that come once stand before those that are repeated',
  ),
  v.check((steps) => endsAsItBegan(steps), 'a tone without a pause needs whole periods of each frequency'),
);
export type Tone = Readonly<v.InferOutput<typeof toneSchema>>;

export const toneTableSchema = v.strictObject({
  /** Where it is written that the tones are so. */
  source: v.pipe(v.string(), v.nonEmpty()),
  tones: v.strictObject({
    dial: toneSchema,
    /** Special dial tone: voice messages wait. Where a network has none, it is the dial tone. */
    stutterDial: v.optional(toneSchema),
    ringback: toneSchema,
    busy: toneSchema,
    /** Congestion tone: the call cannot be made. */
    reorder: toneSchema,
    callWaiting: toneSchema,
  }),
});
export type ToneTable = v.InferOutput<typeof toneTableSchema>;
export type NetworkToneName = keyof ToneTable['tones'];

export const NETWORK_TONE_NAMES = Object.keys(toneTableSchema.entries.tones.entries) as readonly NetworkToneName[];

export const sounds = ({ frequencies }: ToneStep): boolean => frequencies.length > 0;

export const repeated = (steps: readonly ToneStep[]): readonly ToneStep[] => steps.filter(({ once }) => !once);

/** A frequency that breaks off within its period would click each time that the tone begins anew. */
function endsAsItBegan(steps: readonly ToneStep[]): boolean {
  const loop = repeated(steps);
  if (!loop.every(sounds)) return true;
  // Halves will do where another sound follows: the wave then ends at zero.
  return loop.every(({ frequencies, modulatedBy, milliseconds }) =>
    [...frequencies, ...(modulatedBy === undefined ? [] : [modulatedBy])].every((frequency) =>
      Number.isInteger((frequency * milliseconds * (loop.length > 1 ? 2 : 1)) / 1000),
    ),
  );
}
