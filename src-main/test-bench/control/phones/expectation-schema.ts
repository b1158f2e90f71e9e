import * as v from 'valibot';

/** Longer than any display, and short enough to be compared in no time. */
const MAX_TEXT = 1000;
const MAX_EXPECT_TIMEOUT_MS = 600_000;
const USUAL_EXPECT_TIMEOUT_MS = 5000;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const isRegularExpression = ({
  regex,
  flags,
}: {
  readonly regex: string;
  readonly flags?: string | undefined;
}): boolean => {
  try {
    return new RegExp(regex, flags).source !== '';
  } catch {
    return false;
  }
};
const textExpectationSchema = v.union([
  text,
  v.pipe(
    v.strictObject({
      regex: text,
      flags: v.optional(v.pipe(v.string(), v.regex(/^[imsu]*$/, 'flags are some of i, m, s, u'))),
    }),
    v.check(isRegularExpression, 'is no regular expression'),
  ),
]);
/** A part of the text, or what it matches. */
export type TextExpectation = Readonly<v.InferOutput<typeof textExpectationSchema>>;

/** What is waited for: all of it at the same moment. */
export const expectationSchema = v.pipe(
  v.strictObject({
    display: v.optional(textExpectationSchema),
    title: v.optional(textExpectationSchema),
    prompt: v.optional(textExpectationSchema),
    softkey: v.optional(text),
    call: v.optional(v.picklist(['none', 'proceed', 'ringOut', 'ringIn', 'connected', 'held', 'busy', 'disconnected'])),
    lamp: v.optional(v.record(v.string(), v.picklist(['off', 'on', 'flash', 'wink']))),
    tone: v.optional(
      v.picklist(['none', 'dial', 'stutterDial', 'ringback', 'busy', 'reorder', 'callWaiting', 'ring', 'ringOutside']),
    ),
    /** At least so many since the app was started. */
    alerts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    /** Milliseconds. */
    timeout: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_EXPECT_TIMEOUT_MS)), USUAL_EXPECT_TIMEOUT_MS),
  }),
  v.check(
    ({ timeout: _, ...facts }) => Object.values(facts).some((fact) => fact !== undefined),
    'says nothing that is expected: display, title, prompt, softkey, call, lamp, tone or alerts',
  ),
);
export type Expectation = Readonly<v.InferOutput<typeof expectationSchema>>;
