import type { Clock } from './clock';

/** More than all phones of a cluster of ours that begin at once. */
const MAX_STRANGERS = 128;
/** A phone registers as soon as it is connected. */
const PASSWORD_TIMEOUT_MS = 30_000;

/** A connection that has shown no password yet. */
interface Stranger {
  readonly close: () => void;
  /** It says that it comes from our own line page. */
  readonly isOurs: boolean;
  readonly cancel: () => void;
}

/**
 * The connections that have shown no password: so many at once, and none of them for long. Who comes when there are too many takes the
 * place of who has waited longest, so that nobody can keep a phone out by waiting.
 */
export class Strangers {
  /** In the order in which they came. */
  readonly #waiting = new Set<Stranger>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns to be called when it has shown a password, or is gone */
  add(close: () => void, isOurs: boolean): () => void {
    if (this.#waiting.size >= MAX_STRANGERS) this.#closeOldest();
    const cancel = this.#clock.after(PASSWORD_TIMEOUT_MS, () => this.#close(stranger));
    const stranger: Stranger = { close, isOurs, cancel };
    this.#waiting.add(stranger);
    return () => {
      cancel();
      this.#waiting.delete(stranger);
    };
  }

  #closeOldest(): void {
    const waiting = [...this.#waiting];
    const oldest = waiting.find(({ isOurs }) => !isOurs) ?? waiting[0];
    if (oldest) this.#close(oldest);
  }

  #close(stranger: Stranger): void {
    stranger.cancel();
    this.#waiting.delete(stranger);
    stranger.close();
  }
}
