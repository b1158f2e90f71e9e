import type { LineCommand, LineEvent } from '../../contract/line-port';

/** Which calls go to another address than the number that was meant: the one that a monitor has named (RFC 6910). */
export class RecallAddresses {
  /** By number, for its next call. */
  readonly #next = new Map<string, string>();
  /** The number that was meant by a call to such an address, by the call's id. */
  readonly #meant = new Map<string, string>();

  set(number: string, address: string): void {
    this.#next.set(number, address);
  }

  clear(): void {
    this.#next.clear();
  }

  /** What the phone wants of its line page, with the address in the place of the number. */
  route(command: LineCommand): LineCommand {
    if (command.kind !== 'invite') return command;
    const target = this.#next.get(command.target);
    if (target === undefined) return command;
    this.#next.delete(command.target);
    this.#meant.set(command.call, command.target);
    return { ...command, target };
  }

  /** What the line page reports, with the number in the place of the address. */
  asDialled(event: LineEvent): LineEvent {
    const number = event.kind === 'placed' ? this.#meant.get(event.call) : undefined;
    return event.kind === 'placed' && number !== undefined ? { ...event, target: number } : event;
  }
}
