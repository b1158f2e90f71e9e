import * as v from 'valibot';
import type { CallBackRequest } from './request';

/** A request as it is kept over a restart. What an older version did not keep yet is filled in. */
export const requestSchema: v.GenericSchema<unknown, CallBackRequest> = v.object({
  device: v.string(),
  calling: v.string(),
  called: v.string(),
  reason: v.picklist(['busy', 'noReply']),
  activatedAt: v.number(),
  expiresAt: v.number(),
  transaction: v.number(),
  missedAt: v.fallback(v.nullable(v.number()), null),
  phase: v.variant('kind', [
    v.object({
      kind: v.literal('watching'),
      mustLiftFirst: v.boolean(),
      refused: v.boolean(),
      freeSince: v.fallback(v.nullable(v.number()), null),
    }),
    v.object({ kind: v.literal('suspended'), freeSince: v.fallback(v.number(), 0) }),
    v.object({ kind: v.literal('available'), since: v.number() }),
    v.object({ kind: v.literal('recalling'), since: v.number() }),
  ]),
});
