import * as v from 'valibot';
import { alarmConfigurationSchema, serviceParametersSchema, traceLevelSchema } from './service-parameters';

/**
 * The link at which a service hears of changes: "The Cisco Database Layer Monitor sends database change notifications", to the
 * CBB Change Notification TCP Port. The monitor connects, proves who it is, sends how things stand, and then every change.
 */
const databaseChangeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('serviceParameters'), parameters: serviceParametersSchema }),
  v.strictObject({ kind: v.literal('trace'), level: traceLevelSchema }),
  v.strictObject({ kind: v.literal('alarm'), configuration: alarmConfigurationSchema }),
]);
/** "such as service parameter changes, trace parameter changes, and alarm configuration changes" */
export type DatabaseChange = Readonly<v.InferOutput<typeof databaseChangeSchema>>;

/** Requests of the monitor. Each is answered, so that a service that is not there any more is noticed. */
export const CHANGE_REQUESTS = {
  /** Must be the first. The password is that of the cluster's own links, made anew at each start of CallManager. */
  'change/open': v.strictObject({ password: v.string() }),
  'change/notify': v.strictObject({ change: databaseChangeSchema }),
} as const;
export type ChangeRequest = keyof typeof CHANGE_REQUESTS;
