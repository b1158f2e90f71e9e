import * as v from 'valibot';
import { displaySchema } from './display';
import type { Passed } from './passed';

/** `flash` is quick (ringing), `wink` is mostly on (held). */
const lampSchema = v.picklist(['off', 'on', 'flash', 'wink']);
export type Lamp = v.InferOutput<typeof lampSchema>;

const hookSchema = v.picklist(['onHook', 'handset', 'speaker', 'headset']);
export type Hook = v.InferOutput<typeof hookSchema>;

const appearanceSchema = v.strictObject({
  casing: v.picklist(['dark', 'light']),
  /** Of the LCD, 0 to 10; 5 is the usual one. */
  contrast: v.number(),
});
export type Appearance = Passed<typeof appearanceSchema>;

/** `unknown`: nobody tells, or it is not there. */
const farStateSchema = v.picklist(['unknown', 'idle', 'ringing', 'inUse', 'doNotDisturb']);
export type FarState = v.InferOutput<typeof farStateSchema>;

const lineButtonSchema = v.strictObject({
  label: v.string(),
  lamp: lampSchema,
  /** False: nobody can reach the line, nor call by it. Of a speed dial: always true. */
  registered: v.boolean(),
  kind: v.picklist(['line', 'speedDial']),
  /** Of a speed dial: how the line stands that it calls; of a shared line: whether another phone of it talks. */
  far: farStateSchema,
  /** Of a line: voice messages wait on it. */
  messages: v.boolean(),
});
export type LineButton = Passed<typeof lineButtonSchema>;

const lampsSchema = v.strictObject({
  /** The strip on the handset, for the whole room to see: flashes while the phone rings, and is lit while messages wait. */
  handset: lampSchema,
  speaker: lampSchema,
  headset: lampSchema,
  mute: lampSchema,
  messages: lampSchema,
});
export type Lamps = Passed<typeof lampsSchema>;

/**
 * The whole of what a face shows. The main process writes it, a face mirrors it: no field is worked out twice.
 * Texts are ready to be shown: they come from the dictionary of the phone's locale.
 */
export const phoneSnapshotSchema = v.strictObject({
  /** Rises with every change; a face drops what is older than what it shows. */
  version: v.number(),
  device: v.strictObject({
    /** As CallManager names it, e.g. "SEP000000001001". */
    name: v.string(),
    /** The directory number of the first line, e.g. "1001". */
    number: v.string(),
    displayName: v.string(),
  }),
  display: displaySchema,
  /** The six buttons at the right of the display, from the top; null = nothing on that button. */
  lineButtons: v.array(v.nullable(lineButtonSchema)),
  lamps: lampsSchema,
  /** Where the voice goes; onHook = nowhere. */
  hook: hookSchema,
  muted: v.boolean(),
  appearance: appearanceSchema,
  /** Calls that nobody has answered since the user last looked at the list of them. */
  missedCalls: v.number(),
  /** 0 (silent) to 10. `ringer` is what the volume key changes on hook, `voice` off hook. */
  volume: v.strictObject({ ringer: v.number(), voice: v.number() }),
});
export type PhoneSnapshot = Passed<typeof phoneSnapshotSchema>;
