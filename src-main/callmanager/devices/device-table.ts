import type { SqlDatabase } from '../../base/sql-database';
import type { Database, Destination } from '../../cef/ports';
import {
  columnsOf,
  type Device,
  type DeviceChange,
  type DirectoryLine,
  type LineChange,
  lineOf,
  type SpeedDial,
} from './device';
import { DevicePoolTable } from './device-pool-table';
import { forwardChain } from './forward-chain';
import { canBeCalledBack, ROUTE_POINT } from './models';
import { NAMES } from './names';
import { readDevices } from './read-devices';

export type { Device, DeviceChange, DirectoryLine, SpeedDial } from './device';

const FIRST_NUMBER = 1001;
export const MAX_PHONES = NAMES.length;

/** The phones and lines of the demo cluster. Every question is answered from memory; every change is in the file when it returns. */
export class DeviceTable implements Database {
  #devices: ReadonlyMap<string, Device> = new Map();
  #lines: ReadonlyMap<string, DirectoryLine> = new Map();
  readonly #listeners = new Set<(name: string) => void>();

  readonly #pools: DevicePoolTable;

  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    this.#pools = new DevicePoolTable(database);
    this.#read();
    if (this.#devices.size > 0) return;
    // All or none: a power cut in the middle would leave a cluster of one phone for good.
    database.transaction(() => {
      for (let phone = 0; phone < 3; phone++) this.add();
    });
  }

  list(): readonly Device[] {
    return [...this.#devices.values()];
  }

  /** Without the CTI route points. */
  phones(): readonly Device[] {
    return this.list().filter(({ model }) => model !== ROUTE_POINT);
  }

  find(name: string): Device | undefined {
    return this.#devices.get(name);
  }

  /** Every directory number, also those of the CTI route points. */
  lineList(): readonly DirectoryLine[] {
    return [...this.#lines.values()];
  }

  findLine(number: string): DirectoryLine | undefined {
    return this.#lines.get(number);
  }

  /** The phones that have the line: one, several that share it, or none where it is a CTI route point's. */
  phonesWith(number: string): readonly Device[] {
    return this.phones().filter(({ lines }) => lines.some((line) => line.number === number));
  }

  isRoutePoint(number: string): boolean {
    return this.list().some((device) => device.model === ROUTE_POINT && device.number === number);
  }

  localeOf(name: string): string {
    const device = this.#devices.get(name);
    return device?.userLocale || this.#pools.localeOf(device?.devicePool ?? '');
  }

  /** A CTI route point is as the phone is that it forwards to; one that leads nowhere can be waited for by nobody. */
  findDestination(number: string): Destination {
    if (!this.#lines.has(number)) return { kind: 'notFound' };
    const line = this.#lines.get(this.numberBehind(number) ?? '');
    // "You can call the following phones and can have Call Back activated on them": no others.
    const phone = line && this.phonesWith(line.number).find(({ model }) => canBeCalledBack(model));
    return phone ? { kind: 'found', features: line.features, model: phone.model } : { kind: 'notAllowed' };
  }

  /** The number itself, or that of the phone which the CTI route point with that number leads to; undefined = to none. */
  numberBehind(number: string): string | undefined {
    const { numbers } = forwardChain(number, (each) => (this.isRoutePoint(each) ? this.#lines.get(each) : undefined));
    const last = numbers.at(-1) ?? number;
    return this.phonesWith(last).length > 0 ? last : undefined;
  }

  /** The numbers of the CTI route points that lead to the phone with that number. */
  routePointsTo(number: string): readonly string[] {
    return this.list()
      .filter((device) => device.model === ROUTE_POINT && this.numberBehind(device.number) === number)
      .map((device) => device.number);
  }

  /** Would the calls to `number` go round in a circle, if they were all forwarded to `target`? */
  wouldLoop(number: string, target: string): boolean {
    const { numbers, isLoop } = forwardChain(target, (each) => this.#lines.get(each));
    return isLoop || numbers.includes(number);
  }

  /** Hears the name of each device that is new, another than before, or gone. @returns ends the listening */
  onDidChange(listener: (name: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a phone with the lowest free number. @returns undefined if there are as many as there may be */
  add(): Device | undefined {
    if (this.phones().length >= MAX_PHONES) return undefined;
    const numbers = Array.from({ length: 2 * MAX_PHONES }, (_, at) => String(FIRST_NUMBER + at));
    const number = numbers.find((each) => !this.#lines.has(each) && !this.#devices.has(nameOf(each)));
    if (number === undefined) return undefined;
    const displayName = NAMES[Number(number) - FIRST_NUMBER] ?? number;
    return this.#insert(nameOf(number), 'Cisco IP Phone 7960', number, displayName);
  }

  /** Adds a number without a phone. @returns undefined if somebody has that number */
  addRoutePoint(number: string, displayName: string): Device | undefined {
    return this.#lines.has(number) ? undefined : this.#insert(`CTIRP${number}`, ROUTE_POINT, number, displayName);
  }

  /** Changes what is said of the device and of its first line, and leaves the rest. */
  change(name: string, change: DeviceChange): void {
    const columns = columnsOf(change);
    const { number } = this.#devices.get(name) ?? {};
    if (columns.device.length + columns.line.length === 0 || number === undefined) return;
    this.#database.transaction(() => {
      this.#update('device', columns.device, 'name', name);
      this.#update('line', columns.line, 'number', number);
    });
    this.#changed(name, ...(columns.line.length > 0 ? this.#namesWith(number) : []));
  }

  changeLine(number: string, change: LineChange): void {
    const columns = columnsOf(change).line;
    if (columns.length === 0 || !this.#lines.has(number)) return;
    this.#update('line', columns, 'number', number);
    this.#changed(...this.#namesWith(number));
  }

  /**
   * What stands on the buttons of a phone: at least one line, and not more than there are buttons. A number that is new becomes
   * a line; one that no phone has any more is gone, with all that was configured for it.
   */
  setButtons(name: string, lines: readonly string[], speedDials: readonly SpeedDial[]): void {
    const phone = this.#devices.get(name);
    if (!phone) return;
    const touched = new Set([...phone.lines.map(({ number }) => number), ...lines]);
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM button WHERE device = ?', name);
      for (const number of lines)
        this.#database.run(
          'INSERT OR IGNORE INTO line (number, display_name) VALUES (?, ?)',
          number,
          phone.displayName,
        );
      const buttons = [
        ...lines.map((number) => ['line', number, ''] as const),
        ...speedDials.map(({ number, label }) => ['speedDial', number, label] as const),
      ];
      for (const [index, button] of buttons.entries())
        this.#database.run('INSERT INTO button VALUES (?, ?, ?, ?, ?)', name, index + 1, ...button);
      this.#dropUnusedLines();
    });
    this.#changed(name, ...[...touched].flatMap((number) => this.#namesWith(number)));
  }

  remove(name: string): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM device WHERE name = ?', name);
      this.#database.run('DELETE FROM button WHERE device = ?', name);
      this.#database.run('DELETE FROM call_back WHERE device = ?', name);
      this.#dropUnusedLines();
    });
    this.#changed(name);
  }

  #insert(name: string, model: string, number: string, displayName: string): Device | undefined {
    const database = this.#database;
    database.run("INSERT INTO device (name, model, user_locale) VALUES (?, ?, '')", name, model);
    database.run('INSERT INTO line (number, display_name) VALUES (?, ?)', number, displayName);
    database.run("INSERT INTO button (device, position, kind, number) VALUES (?, 1, 'line', ?)", name, number);
    this.#changed(name);
    return this.#devices.get(name);
  }

  #update(table: 'device' | 'line', columns: ReturnType<typeof columnsOf>['device'], key: string, value: string): void {
    if (columns.length === 0) return;
    const assignments = columns.map(([column]) => `${column} = ?`).join(', ');
    this.#database.run(
      `UPDATE ${table} SET ${assignments} WHERE ${key} = ?`,
      ...columns.map(([, changed]) => changed),
      value,
    );
  }

  #dropUnusedLines(): void {
    this.#database.run("DELETE FROM line WHERE number NOT IN (SELECT number FROM button WHERE kind = 'line')");
  }

  #namesWith(number: string): readonly string[] {
    return this.list().flatMap(({ name, lines }) => (lines.some((line) => line.number === number) ? [name] : []));
  }

  #changed(...names: readonly string[]): void {
    this.#read();
    for (const name of new Set([...names])) for (const listener of [...this.#listeners]) listener(name);
  }

  #read(): void {
    this.#lines = new Map(
      this.#database
        .all('SELECT * FROM line ORDER BY number')
        .map(lineOf)
        .map((line) => [line.number, line]),
    );
    this.#devices = readDevices(this.#database, this.#lines);
  }
}

const nameOf = (number: string): string => `SEP${number.padStart(12, '0')}`;
