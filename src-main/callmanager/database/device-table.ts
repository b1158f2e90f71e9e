import type { Database, Destination } from '../../cef/ports';
import { columnsOf, type Device, type DeviceChange, deviceOf } from './device';
import { forwardChain } from './forward-chain';
import { canBeCalledBack, ROUTE_POINT } from './models';
import { NAMES } from './names';
import type { SqlDatabase } from './open-database';

export type { Device, DeviceChange } from './device';

const FIRST_NUMBER = 1001;
const DEFAULT_LOCALE = 'English_United_States';
export const MOST_PHONES = NAMES.length;

/** The phones of the demo cluster. Every question is answered from memory; every change is in the file when it returns. */
export class DeviceTable implements Database {
  private devices: ReadonlyMap<string, Device> = new Map();
  private numbers: ReadonlyMap<string, Device> = new Map();
  private readonly listeners = new Set<(name: string) => void>();

  constructor(private readonly database: SqlDatabase) {
    this.read();
    if (this.devices.size > 0) return;
    // All or none: a power cut in the middle would leave a cluster of one phone for good.
    database.transaction(() => {
      for (let phone = 0; phone < 3; phone++) this.add();
    });
  }

  list(): readonly Device[] {
    return [...this.devices.values()];
  }

  /** Without the CTI route points. */
  phones(): readonly Device[] {
    return this.list().filter(({ model }) => model !== ROUTE_POINT);
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

  /** A CTI route point is as the phone is that it forwards to; one that leads nowhere can be waited for by nobody. */
  findDestination(number: string): Destination {
    if (!this.numbers.has(number)) return { kind: 'notFound' };
    const phone = this.phoneOf(number);
    // "You can call the following phones and can have Call Back activated on them": no others.
    if (!phone || !canBeCalledBack(phone.model)) return { kind: 'notAllowed' };
    return { kind: 'found', features: phone.features, model: phone.model };
  }

  /** The phone with that number, or the one that the CTI route point with that number forwards to. */
  phoneOf(number: string): Device | undefined {
    const { numbers } = forwardChain(number, (each) => {
      const device = this.numbers.get(each);
      return device?.model === ROUTE_POINT ? device : undefined;
    });
    const last = this.numbers.get(numbers.at(-1) ?? number);
    return last?.model === ROUTE_POINT ? undefined : last;
  }

  /** The numbers of the CTI route points that lead to the phone with that number. */
  routePointsTo(number: string): readonly string[] {
    return this.list()
      .filter((device) => device.model === ROUTE_POINT && this.phoneOf(device.number)?.number === number)
      .map((device) => device.number);
  }

  /** Would the calls to `number` go round in a circle, if they were all forwarded to `target`? */
  wouldLoop(number: string, target: string): boolean {
    const { numbers, isLoop } = forwardChain(target, (each) => this.numbers.get(each));
    return isLoop || numbers.includes(number);
  }

  /** Hears the name of each device that is new, another than before, or gone. @returns ends the listening */
  onDidChange(listener: (name: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Adds a phone with the lowest free number. @returns undefined if there are as many as there may be */
  add(): Device | undefined {
    const index = Array.from({ length: MOST_PHONES }, (_, at) => at).find(
      (at) => !this.numbers.has(String(FIRST_NUMBER + at)),
    );
    if (index === undefined) return undefined;
    const number = String(FIRST_NUMBER + index);
    return this.insert(`SEP${number.padStart(12, '0')}`, 'Cisco IP Phone 7960', number, NAMES[index] ?? number);
  }

  /** Adds a number without a phone. @returns undefined if somebody has that number */
  addRoutePoint(number: string, displayName: string): Device | undefined {
    return this.numbers.has(number) ? undefined : this.insert(`CTIRP${number}`, ROUTE_POINT, number, displayName);
  }

  /** Changes what is said, and leaves the rest. */
  change(name: string, change: DeviceChange): void {
    const columns = columnsOf(change);
    if (columns.length === 0) return;
    const assignments = columns.map(([column]) => `${column} = ?`).join(', ');
    this.database.run(`UPDATE device SET ${assignments} WHERE name = ?`, ...columns.map(([, value]) => value), name);
    this.changed(name);
  }

  remove(name: string): void {
    this.database.transaction(() => {
      this.database.run('DELETE FROM device WHERE name = ?', name);
      this.database.run('DELETE FROM call_back WHERE device = ?', name);
    });
    this.changed(name);
  }

  private insert(name: string, model: string, number: string, displayName: string): Device | undefined {
    this.database.run(
      'INSERT INTO device (name, model, number, display_name, user_locale) VALUES (?, ?, ?, ?, ?)',
      name,
      model,
      number,
      displayName,
      DEFAULT_LOCALE,
    );
    this.changed(name);
    return this.devices.get(name);
  }

  private changed(name: string): void {
    this.read();
    for (const listener of [...this.listeners]) listener(name);
  }

  private read(): void {
    const devices = this.database.all('SELECT * FROM device ORDER BY number').map(deviceOf);
    this.devices = new Map(devices.map((device) => [device.name, device]));
    this.numbers = new Map(devices.map((device) => [device.number, device]));
  }
}
