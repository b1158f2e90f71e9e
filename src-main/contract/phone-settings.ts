import * as v from 'valibot';

const handsFreeSchema = v.picklist(['speaker', 'headset']);

const zeroToTen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));

/**
 * What the user of a phone has chosen on it. The settings menu changes it; everything else only reads it. A setting that is not
 * there, or is nothing that this app knows, is the usual one: the others are no worse for it.
 */
export const phoneSettingsSchema = v.object({
  /** The file of one of the device's ring types; empty = its usual one. */
  ringType: v.fallback(v.string(), ''),
  /** Takes every call at once while nobody is talking, with an open microphone: who chooses it wants that. */
  autoAnswer: v.fallback(v.picklist(['off', 'speaker', 'headset']), 'off'),
  /**
   * What becomes of a call whose caller asks for it to be answered at once: it rings like any other, is taken with the microphone
   * off, or with the microphone on.
   */
  intercom: v.fallback(v.picklist(['off', 'muted', 'open']), 'off'),
  /** What takes the voice where a key has to choose: Answer, NewCall, Dial, a line button. */
  handsFree: v.fallback(handsFreeSchema, 'speaker'),
  /** A second call may come while one stands, where nobody else has configured it for the phone. */
  callWaiting: v.fallback(v.boolean(), true),
  casing: v.fallback(v.picklist(['dark', 'light']), 'dark'),
  /** Of the LCD, 0 to 10. */
  contrast: v.fallback(zeroToTen, 5),
  /** How loud the phone is when it starts, 0 to 10. The volume key changes it until then. */
  ringerVolume: v.fallback(zeroToTen, 6),
  voiceVolume: v.fallback(zeroToTen, 6),
});
export type PhoneSettings = Readonly<v.InferOutput<typeof phoneSettingsSchema>>;

export const USUAL_SETTINGS: PhoneSettings = v.parse(phoneSettingsSchema, {});
