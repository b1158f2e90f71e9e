import * as v from 'valibot';
import type { Passed } from './passed';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Milliseconds since the epoch. */
const moment = v.number();

/** One alarm, as the Event Viewer lists it. */
const alarmEventSchema = v.strictObject({
  /** From 1, in the order of this run. */
  number: count,
  at: moment,
  service: v.string(),
  name: v.string(),
  text: v.string(),
});
export type AlarmEvent = Passed<typeof alarmEventSchema>;

/** What a Call Back service has done since it was started, and since when that is. */
const serviceCountersSchema = v.strictObject({
  since: moment,
  activated: count,
  notified: count,
  dialled: count,
  connected: count,
  cancelled: count,
  replaced: count,
  expired: count,
  refused: count,
  phoneReset: count,
  phoneRemoved: count,
});
export type ServiceCounters = Passed<typeof serviceCountersSchema>;

/**
 * What can be made of the Cisco Extended Functions service on a server.
 *
 * - `activated`    it works
 * - `deactivated`  it is not there: "Service not available."
 * - `silent`       it is there, and answers nothing: "Call Back Service Failure."
 */
const serviceStateSchema = v.picklist(['activated', 'deactivated', 'silent']);
export type ServiceState = v.InferOutput<typeof serviceStateSchema>;

/** One Cisco Extended Functions application, "and registration status to the Cisco CTIManager". */
const serverReportSchema = v.strictObject({
  address: v.string(),
  state: serviceStateSchema,
  /** Its provider is open at CTIManager. */
  registered: v.boolean(),
  /** 0 = active, 1 = the backup of the active one, and so on; null = not registered. */
  place: v.nullable(count),
  /** CTIManager lets it open lines: it has taken over. */
  active: v.boolean(),
  /** Where it hears of changes of the database; null = it does not. */
  notificationPort: v.nullable(count),
  requests: count,
  /** Of the requests, those whose called line is available. */
  available: count,
  linesOpen: count,
  /** Saved parameters that count only after a restart of the service differ from those that it runs with. */
  restartNeeded: v.boolean(),
  counters: serviceCountersSchema,
});
export type ServerReport = Passed<typeof serverReportSchema>;

/** What a Real-Time Monitoring Tool shows of Cisco Call Back. */
export const serviceabilityReportSchema = v.strictObject({
  ctiPort: count,
  servers: v.array(serverReportSchema),
  /** How many servers there may be. */
  mostServers: count,
  /** The latest first. */
  alarms: v.array(alarmEventSchema),
});
export type ServiceabilityReport = Passed<typeof serviceabilityReportSchema>;

/** What can be done on the page: Service Activation, under the Tools menu of Serviceability. */
export const serviceabilityActionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), address: v.pipe(v.string(), v.ipv4()), state: serviceStateSchema }),
  v.strictObject({ kind: v.literal('restart'), address: v.pipe(v.string(), v.ipv4()) }),
  v.strictObject({ kind: v.literal('add') }),
  v.strictObject({ kind: v.literal('remove'), address: v.pipe(v.string(), v.ipv4()) }),
]);
export type ServiceabilityAction = Passed<typeof serviceabilityActionSchema>;

/** Cisco CallManager Serviceability, for whatever window shows it. */
export interface Serviceability {
  serviceability(): ServiceabilityReport;
  act(action: ServiceabilityAction): void;
  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void;
}
