import type { Key } from '../../../contract/keys';
import type { PhoneSnapshot } from '../../../contract/phone-snapshot';

/** What the bench asks of the phones of this desk: no more than the hands and eyes of their users can do. */
export interface ControlledPhones {
  /** In the order of their places on the desk. */
  status(): readonly ControlledStatus[];
  snapshot(name: string): PhoneSnapshot | undefined;
  press(name: string, key: Key): void;
  /** By what it means, on whatever page it is. @returns false if the phone does not offer it */
  pressSoftkey(name: string, meaning: string): boolean;
  /** Stands in the dial field; refused on the prompt line where the phone has something else to do. */
  fillNumber(name: string, number: string): void;
}

export interface ControlledStatus {
  readonly name: string;
  readonly number: string;
  readonly registered: boolean;
  readonly calls: readonly ControlledCall[];
}

interface ControlledCall {
  readonly id: string;
  /** proceed, ringOut, ringIn, connected or held: a call that is over is only on the display. */
  readonly phase: string;
  /** e.g. "Bob (1002)" */
  readonly party: string;
}
