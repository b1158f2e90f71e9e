import type { SqlValue } from '../../base/sql-database';
import type { CallFeatures } from '../../cef/ports';

/** A phone of the cluster, or a number without one: the CTI route points. */
export interface Device {
  /** As CallManager names it: SEP and twelve digits, or CTIRP and the number of a CTI route point. */
  readonly name: string;
  readonly model: string;
  readonly description: string;
  /** Empty = that of its device pool. */
  readonly userLocale: string;
  /** Whose tones it has; empty = those of the country of its user locale. */
  readonly networkLocale: string;
  readonly doNotDisturb: boolean;
  readonly devicePool: string;
  /** By name; null = that of its device pool. */
  readonly softkeyTemplate: string | null;
  /** On its buttons from the top. */
  readonly lines: readonly [DirectoryLine, ...DirectoryLine[]];
  /** On the buttons below the lines. */
  readonly speedDials: readonly SpeedDial[];
  /** Of its first line. */
  readonly number: string;
  readonly displayName: string;
  readonly features: CallFeatures;
  readonly forwardNoAnswerSeconds: number;
}

/** A directory number. Phones that have the same one share the line, and all that is configured for it. */
export interface DirectoryLine {
  readonly number: string;
  readonly displayName: string;
  readonly features: CallFeatures;
  /** How long the line rings before call forward no answer. Seconds. */
  readonly forwardNoAnswerSeconds: number;
}

export interface SpeedDial {
  readonly number: string;
  readonly label: string;
}

/** What may be changed of a device, and of its first line. */
export interface DeviceChange extends LineChange {
  readonly model?: string;
  readonly description?: string;
  readonly userLocale?: string;
  readonly networkLocale?: string;
  readonly doNotDisturb?: boolean;
  readonly devicePool?: string;
  readonly softkeyTemplate?: string | null;
}

export interface LineChange {
  readonly displayName?: string;
  readonly callWaiting?: boolean;
  readonly forwardAll?: string | null;
  readonly forwardBusy?: string | null;
  readonly forwardNoAnswer?: string | null;
  readonly forwardNoAnswerSeconds?: number;
}

type Columns<Change> = Readonly<Record<keyof Change, string>>;

const DEVICE_COLUMNS: Columns<Omit<DeviceChange, keyof LineChange>> = {
  model: 'model',
  description: 'description',
  userLocale: 'user_locale',
  networkLocale: 'network_locale',
  doNotDisturb: 'do_not_disturb',
  devicePool: 'device_pool',
  softkeyTemplate: 'softkey_template',
};
const LINE_COLUMNS: Columns<LineChange> = {
  displayName: 'display_name',
  callWaiting: 'call_waiting',
  forwardAll: 'forward_all',
  forwardBusy: 'forward_busy',
  forwardNoAnswer: 'forward_no_answer',
  forwardNoAnswerSeconds: 'forward_no_answer_seconds',
};

type Column = readonly [name: string, value: SqlValue];

/** The columns that a change is about, each with its new value, by table. */
export const columnsOf = (
  change: DeviceChange,
): { readonly device: readonly Column[]; readonly line: readonly Column[] } => ({
  device: columnsIn(DEVICE_COLUMNS, change),
  line: columnsIn(LINE_COLUMNS, change),
});

const columnsIn = <Field extends keyof DeviceChange>(
  columns: Readonly<Record<Field, string>>,
  change: DeviceChange,
): readonly Column[] =>
  (Object.keys(columns) as Field[])
    .filter((field) => change[field] !== undefined)
    .map((field) => [columns[field], sqlValue(change[field] ?? null)]);

const sqlValue = (value: SqlValue | boolean): SqlValue => (typeof value === 'boolean' ? Number(value) : value);

type Row = Readonly<Record<string, unknown>>;

export const lineOf = (row: Row): DirectoryLine => ({
  number: String(row.number),
  displayName: String(row.display_name),
  features: {
    callWaiting: row.call_waiting === 1,
    forwardAll: textOrNull(row.forward_all),
    forwardBusy: textOrNull(row.forward_busy),
    forwardNoAnswer: textOrNull(row.forward_no_answer),
  },
  forwardNoAnswerSeconds: Number(row.forward_no_answer_seconds),
});

export const deviceOf = (
  row: Row,
  lines: readonly [DirectoryLine, ...DirectoryLine[]],
  speedDials: readonly SpeedDial[],
): Device => ({
  name: String(row.name),
  model: String(row.model),
  description: String(row.description),
  userLocale: String(row.user_locale),
  networkLocale: String(row.network_locale),
  doNotDisturb: row.do_not_disturb === 1,
  devicePool: String(row.device_pool),
  softkeyTemplate: textOrNull(row.softkey_template),
  lines,
  speedDials,
  ...lines[0],
});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
