import type { CallFeatures, Database, Destination } from '../../cef/ports';
import type { SqlDatabase } from './open-database';

/** A phone of the cluster. In this version each has one line. */
export interface Device {
  /** As CallManager names it: SEP and twelve digits. */
  readonly name: string;
  readonly model: string;
  readonly number: string;
  readonly displayName: string;
  readonly userLocale: string;
  readonly features: CallFeatures;
}

const FIRST_NUMBER = 1001;
const DEFAULT_LOCALE = 'English_United_States';
/** More windows than that are of no use on one screen. */
export const MOST_PHONES = 16;
const NAMES = [
  'Alice',
  'Bob',
  'Carol',
  'Dave',
  'Erin',
  'Frank',
  'Grace',
  'Heidi',
  'Ivan',
  'Judy',
  'Kim',
  'Leo',
  'Mia',
  'Noah',
  'Olga',
  'Peggy',
];

/** The phones of the demo cluster. Every question is answered from memory; every change is in the file when it returns. */
export class DeviceTable implements Database {
  private devices: ReadonlyMap<string, Device>;
  private numbers: ReadonlyMap<string, Device>;

  constructor(private readonly database: SqlDatabase) {
    this.devices = new Map();
    this.numbers = new Map();
    this.read();
    if (this.devices.size === 0) for (let phone = 0; phone < 3; phone++) this.add();
  }

  list(): readonly Device[] {
    return [...this.devices.values()];
  }

  find(name: string): Device | undefined {
    return this.devices.get(name);
  }

  findByNumber(number: string): Device | undefined {
    return this.numbers.get(number);
  }

  localeOf(name: string): string {
    return this.devices.get(name)?.userLocale ?? DEFAULT_LOCALE;
  }

  findDestination(number: string): Destination {
    const device = this.numbers.get(number);
    return device ? { kind: 'found', features: device.features } : { kind: 'notFound' };
  }

  /** Adds a phone with the lowest free number. @returns undefined if there are as many as there may be */
  add(): Device | undefined {
    const index = Array.from({ length: MOST_PHONES }, (_, at) => at).find(
      (at) => !this.numbers.has(String(FIRST_NUMBER + at)),
    );
    if (index === undefined) return undefined;
    const number = String(FIRST_NUMBER + index);
    const name = `SEP${number.padStart(12, '0')}`;
    this.database.run(
      'INSERT INTO device (name, model, number, display_name, user_locale) VALUES (?, ?, ?, ?, ?)',
      name,
      'Cisco IP Phone 7960',
      number,
      NAMES[index] ?? number,
      DEFAULT_LOCALE,
    );
    this.read();
    return this.devices.get(name);
  }

  remove(name: string): void {
    this.database.run('DELETE FROM device WHERE name = ?', name);
    this.database.run('DELETE FROM call_back WHERE device = ?', name);
    this.read();
  }

  private read(): void {
    const devices = this.database.all('SELECT * FROM device ORDER BY number').map(deviceOf);
    this.devices = new Map(devices.map((device) => [device.name, device]));
    this.numbers = new Map(devices.map((device) => [device.number, device]));
  }
}

const deviceOf = (row: Readonly<Record<string, unknown>>): Device => ({
  name: String(row.name),
  model: String(row.model),
  number: String(row.number),
  displayName: String(row.display_name),
  userLocale: String(row.user_locale),
  features: {
    callWaiting: row.call_waiting === 1,
    forwardAll: textOrNull(row.forward_all),
    forwardBusy: textOrNull(row.forward_busy),
    forwardNoAnswer: textOrNull(row.forward_no_answer),
  },
});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
