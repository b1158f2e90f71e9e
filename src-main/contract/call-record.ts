import * as v from 'valibot';
import { outsideName, outsideReason } from './outside-text';

/** One call as the lists of calls remember it: written when it is over. */
export const callRecordSchema = v.strictObject({
  direction: v.picklist(['in', 'out']),
  /** Whom we called, or who called us; empty where the caller kept it back. */
  number: outsideReason,
  /** Empty where nobody said it. */
  name: outsideName,
  /** The line that it was on, as its phone names it. */
  line: v.string(),
  /** When it began to ring, or was dialled: milliseconds since the epoch. */
  startedAt: v.number(),
  /** Milliseconds from the answer to the end; 0 where nobody answered. */
  duration: v.number(),
  /** False: a call in that was missed, or a call out that led to nobody. */
  answered: v.boolean(),
});
export type CallRecord = Readonly<v.InferOutput<typeof callRecordSchema>>;
