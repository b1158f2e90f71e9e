import type { Clock } from './clock';

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Messages of somebody who has not shown a password, and of a phone: one that calls sends some ten of them a second. */
const STRANGER: Rate = { burst: 400, perSecond: 50 };
const PHONE: Rate = { burst: 2000, perSecond: 400 };
/** Of all together who have shown none: whoever opens a new connection for each message gains nothing. */
const STRANGERS: Rate = { burst: 2000, perSecond: 200 };

/** Messages beyond its share that a connection is told so of, before it is closed. */
const MAX_REFUSALS = 10;

/** What becomes of a message. `close`: it is the one too many; whatever comes after it is dropped. */
export type Verdict = 'serve' | 'refuse' | 'close' | 'drop';

/** So many at once, and so many a second. */
class Budget {
  #left: number;
  #filledAt: number;
  readonly #rate: Rate;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(rate: Rate, clock: Pick<Clock, 'now'>) {
    this.#rate = rate;
    this.#clock = clock;
    this.#left = rate.burst;
    this.#filledAt = clock.now();
  }

  take(): boolean {
    const now = this.#clock.now();
    const filled = this.#left + ((now - this.#filledAt) * this.#rate.perSecond) / 1000;
    this.#left = Math.min(this.#rate.burst, filled);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

export type { Budget };

export const strangersBudget = (clock: Pick<Clock, 'now'>): Budget => new Budget(STRANGERS, clock);

/** A connection's share of the server: a budget that fills again with time, a larger one for a phone. */
export class FairShare {
  #own: Budget;
  /** What it has in common with others; null = nothing. */
  #common: Budget | null;
  #trusted = false;
  #refused = 0;
  readonly #clock: Pick<Clock, 'now'>;

  /** @param common of all who have shown no password */
  constructor(clock: Pick<Clock, 'now'>, common: Budget | null = null) {
    this.#clock = clock;
    this.#common = common;
    this.#own = new Budget(STRANGER, clock);
  }

  /** It has shown a password. */
  trust(): void {
    if (this.#trusted) return;
    this.#trusted = true;
    this.#common = null;
    this.#own = new Budget(PHONE, this.#clock);
  }

  take(): Verdict {
    if (this.#refused > MAX_REFUSALS) return 'drop';
    if (this.#own.take() && (this.#common?.take() ?? true)) return 'serve';
    this.#refused += 1;
    return this.#refused > MAX_REFUSALS ? 'close' : 'refuse';
  }
}
