import * as v from 'valibot';
import type { Passed } from './passed';

export const SPEEDS = [0.5, 1, 2, 4] as const;

/** What a presenter does with the guided demo. `next`: goes on at once, and a demo that pauses by one step. */
export const demoCommandSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['next', 'pause', 'play', 'restart', 'close']) }),
  v.strictObject({ kind: v.literal('speed'), speed: v.picklist(SPEEDS) }),
]);
export type DemoCommand = Passed<typeof demoCommandSchema>;

/** What the presenter sees of it. */
export const demoViewSchema = v.strictObject({
  /** Which step it is at, from 1; 0 = it is getting the phones ready. */
  step: v.number(),
  of: v.number(),
  caption: v.string(),
  state: v.picklist(['playing', 'paused', 'over', 'stopped']),
  speed: v.picklist(SPEEDS),
});
export type DemoView = Passed<typeof demoViewSchema>;
