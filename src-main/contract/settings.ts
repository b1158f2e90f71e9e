import * as v from 'valibot';
import { soundDevicesSchema } from './line-port';
import type { Passed } from './passed';
import { preferencesSchema } from './preferences';

export const soundTestSchema = v.picklist(['ring', 'voice']);
/** Which of the two outputs is to be heard. */
export type SoundTest = v.InferOutput<typeof soundTestSchema>;

/** All that the settings page shows. */
export const settingsBookSchema = v.strictObject({
  preferences: preferencesSchema,
  devices: v.strictObject({ microphones: soundDevicesSchema, outputs: soundDevicesSchema }),
  /** What of the preferences the system does not do, by the name of its field, in words for the user. */
  problems: v.record(v.string(), v.string()),
  /** There is a place where icons of running programs are shown. */
  tray: v.boolean(),
  /** The system shows notifications of programs. */
  notifications: v.boolean(),
  /** Programs may keep their windows in front of others. */
  keepsInFront: v.boolean(),
  /** Programs may have keys that work whatever is in front. */
  globalShortcuts: v.boolean(),
});
export type SettingsBook = Passed<typeof settingsBookSchema>;
