import type { Clock } from '../../base/clock';

/** Shorter than a NAT's memory for UDP (RFC 4787 section 4.3 knows of 30 s), and than an SBC's patience with a silent connection. */
const PING_MS = 25_000;
/** RFC 5626 section 4.4.1. */
const PONG_TIMEOUT_MS = 10_000;

/**
 * Asks now and then whether somebody is at the other end, which also keeps a NAT's way open. Not every server answers: only
 * one that has answered before is taken for lost when it does not.
 */
export class KeepAlive {
  #answers = false;
  #cancelPing: () => void = () => {};
  #cancelPatience: (() => void) | null = null;
  #over = false;
  readonly #clock: Clock;
  readonly #ping: () => void;
  readonly #onLost: () => void;

  constructor(clock: Clock, ping: () => void, onLost: () => void) {
    this.#clock = clock;
    this.#ping = ping;
    this.#onLost = onLost;
    this.#wait();
  }

  /** Asks at once. */
  check(): void {
    if (this.#over) return;
    this.#cancelPing();
    this.#ping();
    if (this.#answers && this.#cancelPatience === null)
      this.#cancelPatience = this.#clock.after(PONG_TIMEOUT_MS, () => {
        this.dispose();
        this.#onLost();
      });
    this.#wait();
  }

  answered(): void {
    this.#answers = true;
    this.#cancelPatience?.();
    this.#cancelPatience = null;
  }

  dispose(): void {
    this.#over = true;
    this.#cancelPing();
    this.#cancelPatience?.();
  }

  #wait(): void {
    this.#cancelPing = this.#clock.after(PING_MS, () => this.check());
  }
}
