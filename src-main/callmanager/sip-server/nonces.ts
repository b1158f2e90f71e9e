import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

interface Issued {
  readonly at: number;
  highestCount: number;
}

/** The nonces of our challenges: each lives for a while, and each of its counts can be used once. */
export class Nonces {
  readonly #issued = new Map<string, Issued>();
  readonly #clock: Clock;
  readonly #lifetime: number;
  readonly #capacity: number;

  constructor(clock: Clock, lifetime = 300_000, capacity = 1_000) {
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#capacity = capacity;
  }

  issue(): string {
    this.#forget();
    const nonce = randomBytes(16).toString('hex');
    this.#issued.set(nonce, { at: this.#clock.now(), highestCount: 0 });
    return nonce;
  }

  /**
   * Uses one count of a nonce up. False where the nonce has expired or was never ours, or the count is not a new one.
   *
   * RFC 2617 section 3.2.2: "The purpose of this directive is to allow the server to detect request replays by
   * maintaining its own copy of this count".
   */
  use(nonce: string, count: number): boolean {
    const issued = this.#issued.get(nonce);
    if (!issued || this.#clock.now() - issued.at > this.#lifetime || count <= issued.highestCount) return false;
    issued.highestCount = count;
    return true;
  }

  /** A map keeps the order of its making: the oldest nonces come first. */
  #forget(): void {
    for (const [nonce, { at }] of this.#issued) {
      if (this.#issued.size < this.#capacity && this.#clock.now() - at <= this.#lifetime) return;
      this.#issued.delete(nonce);
    }
  }
}
