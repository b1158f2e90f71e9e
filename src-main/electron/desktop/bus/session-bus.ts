import type { Clock } from '../../../base/clock';
import { busSockets } from './bus-address';
import { BusConnection } from './bus-connection';
import type { BusCall, BusMessage } from './bus-message';

/** The bus itself. */
const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };

/**
 * The bus on which the programs of a Linux desktop speak to each other. It is looked for when it is needed, and again
 * when it was lost; where there is none, nobody answers.
 */
export class SessionBus {
  #connecting: Promise<BusConnection | null> = Promise.resolve(null);
  #connection: BusConnection | null = null;
  readonly #listeners = new Set<(signal: BusMessage) => void>();
  readonly #rules: string[] = [];

  readonly #environment: NodeJS.ProcessEnv;
  readonly #clock: Clock;

  constructor(environment: NodeJS.ProcessEnv, clock: Clock) {
    this.#environment = environment;
    this.#clock = clock;
  }

  /** @returns null = there is no bus, nobody of this name, or no answer but an error */
  async call(call: BusCall): Promise<BusMessage | null> {
    const connection = await this.#connected();
    return connection?.call(call) ?? null;
  }

  /**
   * From the next connection on, and over every loss of the bus too.
   *
   * @param rule D-Bus Specification, "Match Rules". Others can send us signals that it does not name: look at the sender.
   */
  listen(rule: string, listener: (signal: BusMessage) => void): void {
    this.#rules.push(rule);
    this.#listeners.add(listener);
  }

  close(): void {
    this.#connection?.close();
  }

  /** One after the other: who asks while a connection is being made gets that one. */
  #connected(): Promise<BusConnection | null> {
    this.#connecting = this.#connecting.then((last) => (last?.isOpen ? last : this.#connect()));
    return this.#connecting;
  }

  async #connect(): Promise<BusConnection | null> {
    for (const path of busSockets(this.#environment)) {
      const connection = await BusConnection.open(path, this.#clock, (signal) => {
        for (const listener of this.#listeners) listener(signal);
      });
      if (!(await connection?.call({ ...BUS, member: 'Hello' }))) {
        connection?.close();
        continue;
      }
      this.#connection = connection;
      for (const rule of this.#rules)
        await connection?.call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] });
      return connection;
    }
    return null;
  }
}
