import * as v from 'valibot';

export const SPEEDS = [0.5, 1, 2, 4] as const;

/** What a presenter does with the guided demo. `next`: goes on at once, and a demo that pauses by one step. */
export const demoCommandSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['next', 'pause', 'play', 'restart', 'close']) }),
  v.strictObject({ kind: v.literal('speed'), speed: v.picklist(SPEEDS) }),
]);
export type DemoCommand = Readonly<v.InferOutput<typeof demoCommandSchema>>;

/** What the presenter sees of it. */
export interface DemoView {
  /** Which step it is at, from 1; 0 = it is getting the phones ready. */
  readonly step: number;
  readonly of: number;
  readonly caption: string;
  readonly state: 'playing' | 'paused' | 'over' | 'stopped';
  readonly speed: (typeof SPEEDS)[number];
}
