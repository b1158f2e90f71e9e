import type { Cancel, Clock } from '../clock';

export interface TermEvents {
  onRenewal(): void;
  onExpired(): void;
}

/** The part of its time after which something is renewed: soon enough for a second try. */
const RENEWAL = 0.85;

/** Milliseconds between two renewals, however little time is granted. */
const AT_MOST_EVERY = 1000;

/** The time that a server grants, of which it may say more than once: the shortest counts. */
export class Term {
  #end = Number.POSITIVE_INFINITY;
  #cancelRenewal: Cancel = () => {};
  #cancelEnd: Cancel = () => {};

  readonly #clock: Clock;
  readonly #events: TermEvents;

  constructor(clock: Clock, events: TermEvents) {
    this.#clock = clock;
    this.#events = events;
  }

  /** Forgets what was granted. */
  begin(): void {
    this.#cancelRenewal();
    this.#cancelEnd();
    this.#end = Number.POSITIVE_INFINITY;
  }

  /** @param seconds from now */
  grant(seconds: number): void {
    const left = seconds * 1000;
    const end = this.#clock.now() + left;
    if (end >= this.#end) return;
    this.#cancelRenewal();
    this.#cancelEnd();
    this.#end = end;
    this.#cancelRenewal = this.#clock.after(Math.max(AT_MOST_EVERY, left * RENEWAL), this.#events.onRenewal);
    this.#cancelEnd = this.#clock.after(Math.max(2 * AT_MOST_EVERY, left), this.#events.onExpired);
  }
}
