import * as v from 'valibot';
import { calledOutcomeSchema } from '../contract/cti-messages';
import { lineEventSchema } from '../contract/line-port';
import type { Passed } from '../contract/passed';

/**
 * Everything that the link to somebody else's server learns, but the time: from the line page, from the phone, and from the
 * accounts. For whoever wants to see a day at work again. It names people and numbers, and no secret.
 */
export const linkInputSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('lines'),
    lines: v.array(
      v.strictObject({
        id: v.string(),
        number: v.string(),
        identity: v.string(),
        lastResort: v.picklist(['never', 'options', 'invite']),
        askEvery: v.number(),
      }),
    ),
  }),
  /** The line page was given a line that it did not have, or with another account. */
  v.strictObject({ kind: v.literal('lineAdded'), line: v.string() }),
  v.strictObject({ kind: v.literal('linePageLost') }),
  v.strictObject({ kind: v.literal('lineEvent'), event: lineEventSchema }),
  /** The phone wants to call. */
  v.strictObject({ kind: v.literal('invite'), line: v.string(), call: v.string(), target: v.string() }),
  v.strictObject({ kind: v.literal('hook'), device: v.string(), offHook: v.boolean() }),
  v.strictObject({
    kind: v.literal('callBack'),
    device: v.string(),
    line: v.string(),
    called: v.nullable(v.strictObject({ number: v.string(), outcome: calledOutcomeSchema })),
  }),
  v.strictObject({ kind: v.literal('services'), device: v.string() }),
  v.strictObject({
    kind: v.literal('userData'),
    device: v.string(),
    message: v.strictObject({ application: v.number(), transaction: v.number(), data: v.string() }),
  }),
]);
export type LinkInput = Passed<typeof linkInputSchema>;
