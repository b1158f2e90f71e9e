import * as v from 'valibot';
import type { Passed } from './passed';

/** An accelerator as Electron writes it, with a key that no text is typed with by itself: "CommandOrControl+Alt+A", "F9". */
export const acceleratorSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:(?:(?:CommandOrControl|Alt|Shift|Super)\+)*(?:CommandOrControl|Alt|Super)\+(?:(?:CommandOrControl|Alt|Shift|Super)\+)*(?:[A-Z0-9]|F(?:1\d|2[0-4]|[1-9])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete)|(?:Shift\+)?F(?:1\d|2[0-4]|[1-9]))$/,
  ),
);

export const SHORTCUT_NAMES = ['answer', 'hangUp', 'mute'] as const;
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];

/** The schemes of links that may be this app's. sips: asks for more than it can promise, and is always refused. */
export const LINK_SCHEMES = ['tel', 'sip', 'callto'] as const;
export type LinkScheme = (typeof LINK_SCHEMES)[number];

const accelerator = v.fallback(v.nullable(acceleratorSchema), null);
const off = v.fallback(v.boolean(), false);
const on = v.fallback(v.boolean(), true);
/** As the line page names its devices; empty = the system's own choice. */
const device = v.fallback(v.pipe(v.string(), v.maxLength(256)), '');

const casingChoiceSchema = v.picklist(['phone', 'light', 'dark', 'system']);
/** `phone`: as each phone's own settings have it. */
export type CasingChoice = v.InferOutput<typeof casingChoiceSchema>;

const logLevelSchema = v.picklist(['alarms', 'usual', 'everything']);
/** `usual`: alarms and what the services do; `everything`: every SIP message too. */
export type LogLevel = v.InferOutput<typeof logLevelSchema>;

/** What the user of this computer has chosen for the app as a whole. A value that cannot be used is the default. */
export const preferencesSchema = v.object({
  startHidden: off,
  closeToTray: on,
  autostart: off,
  alwaysOnTop: off,
  notifications: on,
  updates: off,
  shortcuts: v.object({ answer: accelerator, hangUp: accelerator, mute: accelerator }),
  links: v.object({ tel: off, sip: off, callto: off }),
  casing: v.fallback(casingChoiceSchema, 'phone'),
  microphone: device,
  voiceOutput: device,
  ringOutput: device,
  /** How loud the loudest ring is: 1 to 10. The volume key of each phone goes by it. */
  ringVolume: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 10),
  logLevel: v.fallback(logLevelSchema, 'everything'),
});
export type Preferences = Passed<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = v.parse(preferencesSchema, { shortcuts: {}, links: {} });

const choice = v.optional(v.boolean());
const key = v.nullable(acceleratorSchema);
const deviceId = v.optional(v.pipe(v.string(), v.maxLength(256)));

/** One change of them, as the settings page sends it: what is not in it stays. Nothing is filled in, and nothing else taken. */
export const preferenceChangeSchema = v.strictObject({
  startHidden: choice,
  closeToTray: choice,
  autostart: choice,
  alwaysOnTop: choice,
  notifications: choice,
  updates: choice,
  shortcuts: v.optional(v.strictObject({ answer: key, hangUp: key, mute: key })),
  links: v.optional(v.strictObject({ tel: v.boolean(), sip: v.boolean(), callto: v.boolean() })),
  casing: v.optional(casingChoiceSchema),
  microphone: deviceId,
  voiceOutput: deviceId,
  ringOutput: deviceId,
  ringVolume: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
  logLevel: v.optional(logLevelSchema),
});
export type PreferenceChange = Passed<typeof preferenceChangeSchema>;
