import type { Clock } from './clock';

/** What is left out is counted, and the count told this often, in milliseconds. */
const COUNT_EVERY = 10_000;

/** Without a timer a count that is due is told before the next line. */
type Time = Pick<Clock, 'now'> & Partial<Pick<Clock, 'after'>>;

interface Kind {
  /** Lines that may come at once. */
  left: number;
  refilledAt: number;
  more: number;
  countedAt: number;
  /** Takes back that the count is told. */
  cancel(): void;
}

/**
 * Keeps somebody who sends without end from filling the log: one line a second of each kind, after a few that come at once (a phone
 * that registers says more than one thing); then a count. Its kinds are chosen by us and few.
 */
export class LogLimit {
  readonly #kinds = new Map<string, Kind>();
  readonly #clock: Time;
  readonly #atOnce: number;
  readonly #perSecond: number;

  /** @param atOnce lines of a kind that may come at once, after quiet */
  constructor(clock: Time, atOnce = 1, perSecond = 1) {
    this.#clock = clock;
    this.#atOnce = atOnce;
    this.#perSecond = perSecond;
  }

  /** Writes the line, or counts it. */
  write(kind: string, line: string, write: (line: string) => void): void {
    const now = this.#clock.now();
    const of = this.#of(kind, now);
    // A clock that is set back must not stop the log until it has caught up.
    of.left = Math.min(this.#atOnce, of.left + (Math.max(0, now - of.refilledAt) / 1000) * this.#perSecond);
    of.refilledAt = now;
    if (of.left < 1) {
      if (of.more === 0) {
        of.countedAt = now;
        // Nobody may ever send another line.
        const tell = (): void => this.#count(kind, of, this.#clock.now(), write);
        of.cancel = this.#clock.after?.(COUNT_EVERY, tell) ?? of.cancel;
      }
      of.more += 1;
      return;
    }
    of.left -= 1;
    if (of.more > 0 && now - of.countedAt >= COUNT_EVERY) this.#count(kind, of, now, write);
    write(line);
  }

  /** Tells what was left out and not told yet: whoever sent it is gone. */
  flush(write: (line: string) => void): void {
    const now = this.#clock.now();
    for (const [kind, of] of this.#kinds) if (of.more > 0) this.#count(kind, of, now, write);
  }

  #of(kind: string, now: number): Kind {
    const known = this.#kinds.get(kind);
    if (known) return known;
    const of = { left: this.#atOnce, refilledAt: now, more: 0, countedAt: now, cancel: () => {} };
    this.#kinds.set(kind, of);
    return of;
  }

  #count(kind: string, of: Kind, now: number, write: (line: string) => void): void {
    write(`${kind}: … and ${of.more} more in the last ${Math.max(1, Math.ceil((now - of.countedAt) / 1000))} s`);
    of.more = 0;
    of.cancel();
  }
}
