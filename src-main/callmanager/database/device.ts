import type { CallFeatures } from '../../cef/ports';
import type { SqlValue } from './open-database';

/** A phone of the cluster, or a number without one. In this version each has one line. */
export interface Device {
  /** As CallManager names it: SEP and twelve digits, or CTIRP and the number of a CTI route point. */
  readonly name: string;
  readonly model: string;
  readonly number: string;
  readonly displayName: string;
  readonly description: string;
  readonly userLocale: string;
  readonly features: CallFeatures;
  /** How long the line rings before call forward no answer. Seconds. */
  readonly forwardNoAnswerSeconds: number;
  readonly doNotDisturb: boolean;
}

/** What may be changed of a device. */
export interface DeviceChange {
  readonly model?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly userLocale?: string;
  readonly callWaiting?: boolean;
  readonly forwardAll?: string | null;
  readonly forwardBusy?: string | null;
  readonly forwardNoAnswer?: string | null;
  readonly forwardNoAnswerSeconds?: number;
  readonly doNotDisturb?: boolean;
}

const COLUMNS: Readonly<Record<keyof DeviceChange, string>> = {
  model: 'model',
  displayName: 'display_name',
  description: 'description',
  userLocale: 'user_locale',
  callWaiting: 'call_waiting',
  forwardAll: 'forward_all',
  forwardBusy: 'forward_busy',
  forwardNoAnswer: 'forward_no_answer',
  forwardNoAnswerSeconds: 'forward_no_answer_seconds',
  doNotDisturb: 'do_not_disturb',
};

/** The columns that a change is about, each with its new value. */
export const columnsOf = (change: DeviceChange): readonly (readonly [string, SqlValue])[] =>
  (Object.keys(COLUMNS) as (keyof DeviceChange)[])
    .filter((field) => change[field] !== undefined)
    .map((field) => [COLUMNS[field], sqlValue(change[field] ?? null)]);

const sqlValue = (value: SqlValue | boolean): SqlValue => (typeof value === 'boolean' ? Number(value) : value);

export const deviceOf = (row: Readonly<Record<string, unknown>>): Device => ({
  name: String(row.name),
  model: String(row.model),
  number: String(row.number),
  displayName: String(row.display_name),
  description: String(row.description),
  userLocale: String(row.user_locale),
  features: {
    callWaiting: row.call_waiting === 1,
    forwardAll: textOrNull(row.forward_all),
    forwardBusy: textOrNull(row.forward_busy),
    forwardNoAnswer: textOrNull(row.forward_no_answer),
  },
  forwardNoAnswerSeconds: Number(row.forward_no_answer_seconds),
  doNotDisturb: row.do_not_disturb === 1,
});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
