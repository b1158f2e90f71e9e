import type { Cancel, Clock } from './clock';

/** SIP keeps what it knows of a call for 32 seconds after its end (RFC 3261, timers H, I and J), and its connection with it. */
const FORGOTTEN_AFTER = 40_000;

/** With calls in a row nothing would ever rest for so long. */
const MAX_ENDED_CALLS = 8;

/**
 * Has the memory of ended calls collected while no call stands. A peer connection holds hundreds of kibibytes outside of the
 * script's heap and a few bytes within, so that the engine itself sees no reason to collect it for a hundred calls, and
 * memory that was once filled so high is never given back whole.
 */
export class Tidying {
  #ended = 0;
  #cancel: Cancel = () => {};

  readonly #collect: (() => void) | undefined;
  readonly #clock: Clock;
  readonly #anyCall: () => boolean;

  /** @param collect undefined where the engine does not offer it: then it tidies up when it sees a reason of its own */
  constructor(collect: (() => void) | undefined, clock: Clock, anyCall: () => boolean) {
    this.#collect = collect;
    this.#clock = clock;
    this.#anyCall = anyCall;
  }

  callEnded(): void {
    if (this.#collect === undefined) return;
    this.#ended += 1;
    this.#cancel();
    const wait = this.#ended >= MAX_ENDED_CALLS ? 0 : FORGOTTEN_AFTER;
    this.#cancel = this.#clock.after(wait, () => this.#tidy());
  }

  #tidy(): void {
    // It costs the page some milliseconds, which nobody shall wait for who talks. That call ends too.
    if (this.#anyCall()) return;
    this.#ended = 0;
    this.#collect?.();
  }
}
