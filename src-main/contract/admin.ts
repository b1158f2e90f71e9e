import * as v from 'valibot';
import type { FieldProblem } from './account-settings';
import type { Result } from './result';
import { type ServiceParameters, traceLevelSchema } from './service-parameters';

const text = v.pipe(v.string(), v.maxLength(256));

/** A phone or a CTI route point as it stands in the form; what is wrong with it the main process says. Empty = not configured. */
export const deviceFormSchema = v.strictObject({
  /** As CallManager names it; empty = a CTI route point that is not there yet. */
  name: text,
  number: text,
  displayName: text,
  description: text,
  model: text,
  userLocale: text,
  /** Whose tones the phone has; empty = those of the country of its user locale. */
  networkLocale: text,
  forwardAll: text,
  forwardBusy: text,
  forwardNoAnswer: text,
  /** Seconds. */
  forwardNoAnswerSeconds: v.number(),
  callWaiting: v.boolean(),
  doNotDisturb: v.boolean(),
});
export type DeviceForm = Readonly<v.InferOutput<typeof deviceFormSchema>>;

/** The parameters as they stand in the form, in no range yet. */
export const parametersFormSchema = v.strictObject({
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

/** All that the window "CallManager Administration" shows. */
export interface AdminBook {
  readonly devices: readonly AdminDevice[];
  /** What a phone may be, as the chapter groups its models. */
  readonly models: {
    readonly withCallBack: readonly string[];
    readonly toCallBack: readonly string[];
    readonly others: readonly string[];
  };
  /** The folders with dictionaries, such as "English_United_States". */
  readonly locales: readonly string[];
  /** The countries whose tones are known, such as "United_States". */
  readonly networkLocales: readonly string[];
  readonly parameters: ServiceParameters;
}

export interface AdminDevice extends DeviceForm {
  /** A number without a phone. */
  readonly isRoutePoint: boolean;
}

/** What became of something that was to be saved. */
export type Saved = Result<{ readonly book: AdminBook; readonly name: string }, readonly FieldProblem[]>;
