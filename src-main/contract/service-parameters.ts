import * as v from 'valibot';
import type { Passed } from './passed';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(600_000));
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

/** What the SDI trace library writes: nothing, only what has failed, or everything. */
export const traceLevelSchema = v.picklist(['off', 'error', 'detailed']);
export type TraceLevel = v.InferOutput<typeof traceLevelSchema>;

/** Where alarms go. */
export const alarmConfigurationSchema = v.strictObject({ toLog: v.boolean(), toEventViewer: v.boolean() });
export type AlarmConfiguration = Passed<typeof alarmConfigurationSchema>;

/**
 * The service parameters of the Cisco Extended Functions service, with the chapter's defaults ("Setting the Cisco Extended
 * Functions Service Parameters"), and after them those that the chapter has no words for.
 */
export const serviceParametersSchema = v.object({
  ctiConnectingPort: v.fallback(port, 2748),
  providerOpenCallTimeOut: v.fallback(milliseconds, 30_000),
  /** Seconds. */
  heartBeatInterval: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)), 30),
  connectionRetryTimeOut: v.fallback(milliseconds, 60_000),
  synchronousRequestTimeOut: v.fallback(milliseconds, 20_000),
  audioFileName: v.fallback(v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)), 'CallBack.raw'),
  changeNotificationPort: v.fallback(port, 2552),
  /** How long a line must be on hook before its caller is told: its user may want to dial first. Seconds. */
  idleGuard: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)), 3),
  /** "The calling phone can have only one active Call Back request." More is for those who ask for it. */
  requestsPerPhone: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 1),
  /** How long a request is kept, by what became of the call. Seconds. */
  busyDuration: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(86_400)), 3600),
  noReplyDuration: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(86_400)), 3 * 3600),
  /** The chapter's cluster forgets the requests of a phone that is reset; ours keeps them, unless told otherwise. */
  keepOnReset: v.fallback(v.boolean(), true),
  traceLevel: v.fallback(traceLevelSchema, 'detailed'),
  alarmsToLog: v.fallback(v.boolean(), true),
  alarmsToEventViewer: v.fallback(v.boolean(), true),
});
export type ServiceParameters = Passed<typeof serviceParametersSchema>;

export const DEFAULT_PARAMETERS: ServiceParameters = v.parse(serviceParametersSchema, {});
