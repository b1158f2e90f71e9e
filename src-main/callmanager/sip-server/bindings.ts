import type { URI } from 'sip.js';
import type { Clock } from './clock';
import type { Connection } from './connection';

/** Where a phone with some number can be reached: an entry of RFC 3261's location service. */
export interface Binding {
  readonly number: string;
  /** As CallManager names the phone. */
  readonly device: string;
  readonly contact: URI;
  readonly connection: Connection;
  /** Of the REGISTER that made it. */
  readonly callId: string;
  readonly sequence: number;
  readonly expiresAt: number;
}

interface Entry {
  readonly binding: Binding;
  readonly stopTimer: () => void;
}

/** All contacts of all numbers. An entry leaves by itself when it expires. */
export class Bindings {
  readonly #byNumber = new Map<string, Map<string, Entry>>();
  readonly #clock: Clock;
  readonly #onDevices: (number: string, devices: readonly string[]) => void;

  constructor(clock: Clock, onDevices: (number: string, devices: readonly string[]) => void) {
    this.#clock = clock;
    this.#onDevices = onDevices;
  }

  of(number: string): readonly Binding[] {
    return [...(this.#byNumber.get(number)?.values() ?? [])].map(({ binding }) => binding);
  }

  find(number: string, contact: string): Binding | undefined {
    return this.#byNumber.get(number)?.get(contact)?.binding;
  }

  /** Changes the contacts of one number in one step. */
  change(number: string, removed: readonly string[], added: readonly Binding[]): void {
    const entries = this.#byNumber.get(number) ?? new Map<string, Entry>();
    const before = devicesOf(entries);
    for (const contact of [...removed, ...added.map(({ contact }) => contact.toString())]) {
      entries.get(contact)?.stopTimer();
      entries.delete(contact);
    }
    for (const binding of added) {
      const contact = binding.contact.toString();
      const stopTimer = this.#clock.after(binding.expiresAt - this.#clock.now(), () =>
        this.change(number, [contact], []),
      );
      entries.set(contact, { binding, stopTimer });
    }
    if (entries.size > 0) this.#byNumber.set(number, entries);
    else this.#byNumber.delete(number);
    const after = devicesOf(entries);
    if (after.join() !== before.join()) this.#onDevices(number, after);
  }

  /** A phone is reached through the connection that it registered on, or not at all. */
  removeConnection(connection: Connection): void {
    for (const number of [...this.#byNumber.keys()]) {
      const lost = this.of(number).filter((binding) => binding.connection === connection);
      this.change(
        number,
        lost.map(({ contact }) => contact.toString()),
        [],
      );
    }
  }
}

/** A phone that has registered twice is one phone. */
const devicesOf = (entries: ReadonlyMap<string, Entry>): readonly string[] =>
  [...new Set([...entries.values()].map(({ binding }) => binding.device))].sort();
