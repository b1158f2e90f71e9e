import * as v from 'valibot';

/** The twelve keys of the keypad, as they are printed. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export const digitSchema = v.picklist(DIGITS);
export type Digit = v.InferOutput<typeof digitSchema>;

/** One that a form takes: no control character, and no half of one. */
export const CHARACTER = /^[^\p{Cc}\p{Cs}]$/u;

/**
 * One press of one key of a 7960: what the face may say to the main process, and nothing else.
 *
 * `enter` and `escape` are the computer keyboard's: Dial or Answer, and EndCall or Exit, whichever the
 * current softkeys offer.
 */
export const keySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('softkey'), position: v.picklist([1, 2, 3, 4]) }),
  v.strictObject({ kind: v.literal('digit'), digit: digitSchema }),
  v.strictObject({ kind: v.literal('line'), button: v.picklist([1, 2, 3, 4, 5, 6]) }),
  v.strictObject({ kind: v.literal('volume'), direction: v.picklist(['up', 'down']) }),
  v.strictObject({ kind: v.literal('navigate'), direction: v.picklist(['up', 'down']) }),
  v.strictObject({
    kind: v.picklist([
      'handset',
      'speaker',
      'headset',
      'mute',
      'messages',
      'services',
      'directories',
      'settings',
      'info',
      'help',
      'enter',
      'escape',
      'backspace',
    ]),
  }),
  /** What the computer's keyboard writes: into the forms of the phone, in a list to search it, and "+" before a number. */
  v.strictObject({ kind: v.literal('character'), character: v.pipe(v.string(), v.regex(CHARACTER)) }),
]);
export type Key = v.InferOutput<typeof keySchema>;
