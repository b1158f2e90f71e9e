import { type Session, SessionState } from 'sip.js';
import type { Clock } from './clock';

/** Milliseconds: as long as a key is pressed by somebody in a hurry, and longer than any receiver needs. */
const DURATION = 160;

const DIGIT = /^[0-9A-D*#]$/;

/**
 * One digit in an INFO of its own, for servers that want it so. No standard has this body, and every server reads it: two
 * lines, the signal and how long it lasts.
 *
 * @returns null where it is no digit that a telephone has
 */
const digitBody = (digit: string): string | null =>
  DIGIT.test(digit) ? `Signal=${digit}\r\nDuration=${DURATION}\r\n` : null;

/** Does nothing outside of an established call: there is nobody yet, or nobody any more, who has a menu. */
export function sendDigitByInfo(session: Session, digit: string): void {
  const content = digitBody(digit);
  if (content === null || session.state !== SessionState.Established) return;
  const body = { contentDisposition: 'render', contentType: 'application/dtmf-relay', content };
  // Fails where the call ends in that moment, and then nobody is left to hear it.
  session.info({ requestOptions: { body } }).catch(() => {});
}

/** Milliseconds that a digit waits for the far end to take us back: who types ahead means the next moment, not the next minute. */
const TYPED_AHEAD = 5000;

/**
 * The digits of a call that its voice cannot carry yet, in their order.
 *
 *     press --> sent, or waiting --send()--> sent, once the voice goes (too late, where it waits for the far end: dropped)
 *                           '-----drop()--> never sent: the call has ended, or stays on hold
 */
export class Digits {
  #waiting: readonly { readonly digit: string; readonly until: number }[] = [];

  readonly #clock: Pick<Clock, 'now'>;
  readonly #carry: (digit: string) => boolean;

  /** @param carry false where the digit cannot go now */
  constructor(clock: Pick<Clock, 'now'>, carry: (digit: string) => boolean) {
    this.#clock = clock;
    this.#carry = carry;
  }

  /** @param resuming we take the call back ourselves, and hear how that ends */
  press(digit: string, resuming: boolean): void {
    const until = resuming ? Number.POSITIVE_INFINITY : this.#clock.now() + TYPED_AHEAD;
    this.#waiting = [...this.#waiting, { digit, until }];
    this.send();
  }

  send(): void {
    const now = this.#clock.now();
    const due = this.#waiting.filter(({ until }) => until >= now);
    const stopped = due.findIndex(({ digit }) => !this.#carry(digit));
    this.#waiting = stopped === -1 ? [] : due.slice(stopped);
  }

  drop(): void {
    this.#waiting = [];
  }
}
