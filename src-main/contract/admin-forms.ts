import * as v from 'valibot';
import type { Passed } from './passed';
import { traceLevelSchema } from './service-parameters';
import { layoutSetsSchema } from './softkey-layout';

const text = v.pipe(v.string(), v.maxLength(256));

/** What belongs to a directory number, as it stands in a form; what is wrong with it the main process says. Empty = not configured. */
const lineEntries = {
  number: text,
  displayName: text,
  forwardAll: text,
  forwardBusy: text,
  forwardNoAnswer: text,
  /** Seconds. */
  forwardNoAnswerSeconds: v.number(),
  callWaiting: v.boolean(),
};
export const lineFormSchema = v.strictObject(lineEntries);
export type LineForm = Passed<typeof lineFormSchema>;

/** One of the six buttons beside the display. `none`: nothing is on it. */
const buttonSchema = v.strictObject({ kind: v.picklist(['line', 'speedDial', 'none']), number: text, label: text });
export type ButtonForm = Passed<typeof buttonSchema>;

/** A phone with its first line, or a CTI route point. */
export const deviceFormSchema = v.strictObject({
  /** As CallManager names it; empty = a CTI route point that is not there yet. */
  name: text,
  ...lineEntries,
  description: text,
  model: text,
  /** Empty = that of the device pool. */
  userLocale: text,
  /** Whose tones the phone has; empty = those of the country of its user locale. */
  networkLocale: text,
  doNotDisturb: v.boolean(),
  devicePool: text,
  /** Empty = that of the device pool. */
  softkeyTemplate: text,
  /** A CTI route point has none. */
  buttons: v.pipe(v.array(buttonSchema), v.maxLength(6), v.readonly()),
});
export type DeviceForm = Passed<typeof deviceFormSchema>;

/** The parameters as they stand in the form, in no range yet. */
const parametersFormSchema = v.strictObject({
  ctiConnectingPort: v.number(),
  providerOpenCallTimeOut: v.number(),
  heartBeatInterval: v.number(),
  connectionRetryTimeOut: v.number(),
  synchronousRequestTimeOut: v.number(),
  audioFileName: text,
  changeNotificationPort: v.number(),
  idleGuard: v.number(),
  requestsPerPhone: v.number(),
  busyDuration: v.number(),
  noReplyDuration: v.number(),
  keepOnReset: v.boolean(),
  traceLevel: traceLevelSchema,
  alarmsToLog: v.boolean(),
  alarmsToEventViewer: v.boolean(),
});

const templateFormSchema = v.strictObject({ name: text, isNew: v.boolean(), sets: layoutSetsSchema });
export type TemplateForm = Passed<typeof templateFormSchema>;

export const poolFormSchema = v.strictObject({
  name: text,
  isNew: v.boolean(),
  softkeyTemplate: text,
  userLocale: text,
});
export type PoolForm = Passed<typeof poolFormSchema>;

export const voiceMailFormSchema = v.strictObject({
  /** What the messages key dials; empty = no voice mail. */
  pilot: text,
  messages: v.array(v.strictObject({ number: text, unheard: v.number(), heard: v.number() })),
});
export type VoiceMailForm = Passed<typeof voiceMailFormSchema>;

/** Everything that the administrator can save. */
export const adminFormSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('device'), form: deviceFormSchema }),
  v.strictObject({ kind: v.literal('line'), form: lineFormSchema }),
  v.strictObject({ kind: v.literal('parameters'), form: parametersFormSchema }),
  v.strictObject({ kind: v.literal('template'), form: templateFormSchema }),
  v.strictObject({ kind: v.literal('pool'), form: poolFormSchema }),
  v.strictObject({ kind: v.literal('voiceMail'), form: voiceMailFormSchema }),
]);
export type AdminForm = Passed<typeof adminFormSchema>;

/** Phones come and go by the application's menu; these go here. */
export const removalSchema = v.strictObject({ kind: v.picklist(['routePoint', 'template', 'pool']), name: text });
export type Removal = Passed<typeof removalSchema>;
