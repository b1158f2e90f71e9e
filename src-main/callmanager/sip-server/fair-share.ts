import type { Clock } from './clock';

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Messages of somebody who has not shown a password, and of a phone: one that calls sends some ten of them a second. */
const STRANGER: Rate = { burst: 400, perSecond: 50 };
const PHONE: Rate = { burst: 2000, perSecond: 400 };

/** Messages beyond its share that a connection is told so of, before it is closed. */
const MAX_REFUSALS = 10;

/** What becomes of a message. `close`: it is the one too many; whatever comes after it is dropped. */
export type Verdict = 'serve' | 'refuse' | 'close' | 'drop';

/** A connection's share of the server: a budget that fills again with time, a larger one for a phone. */
export class FairShare {
  #rate = STRANGER;
  #left = STRANGER.burst;
  #filledAt: number;
  #refused = 0;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** It has shown a password. */
  trust(): void {
    if (this.#rate === PHONE) return;
    this.#rate = PHONE;
    this.#left = PHONE.burst;
  }

  take(): Verdict {
    if (this.#refused > MAX_REFUSALS) return 'drop';
    const now = this.#clock.now();
    const filled = this.#left + ((now - this.#filledAt) * this.#rate.perSecond) / 1000;
    this.#left = Math.min(this.#rate.burst, filled);
    this.#filledAt = now;
    if (this.#left >= 1) {
      this.#left -= 1;
      return 'serve';
    }
    this.#refused += 1;
    return this.#refused > MAX_REFUSALS ? 'close' : 'refuse';
  }
}
