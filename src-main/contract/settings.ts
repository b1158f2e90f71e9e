import * as v from 'valibot';
import type { SoundDevices } from './line-port';
import type { Preferences } from './preferences';

export const soundTestSchema = v.picklist(['ring', 'voice']);
/** Which of the two outputs is to be heard. */
export type SoundTest = v.InferOutput<typeof soundTestSchema>;

/** All that the settings page shows. */
export interface SettingsBook {
  readonly preferences: Preferences;
  readonly devices: { readonly microphones: SoundDevices; readonly outputs: SoundDevices };
  /** What of the preferences the system does not do, by the name of its field, in words for the user. */
  readonly problems: Readonly<Record<string, string>>;
  /** There is a place where icons of running programs are shown. */
  readonly tray: boolean;
  /** The system shows notifications of programs. */
  readonly notifications: boolean;
  /** Programs may keep their windows in front of others. */
  readonly keepsInFront: boolean;
  /** Programs may have keys that work whatever is in front. */
  readonly globalShortcuts: boolean;
}
