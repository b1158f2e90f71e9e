import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../base/same-secret';
import type { Clock } from './clock';

/** Hexadecimal digits: when it was issued, in milliseconds, something random, and the seal over both. */
const NONCE = /^([\da-f]{12})([\da-f]{16})([\da-f]{32})$/;

/**
 * The nonces of our challenges: each lives for a while, and each of its counts can be used once.
 *
 * A nonce says itself when it was issued, under a seal that only we can make (RFC 7616 section 3.3 suggests it): a challenge costs no
 * memory, and whoever asks for many takes none away from others. Only what somebody with a password has used is remembered.
 */
export class Nonces {
  /** The highest count of each that was used, in the order of first use. */
  readonly #used = new Map<string, number>();
  readonly #secret = randomBytes(32);
  readonly #clock: Pick<Clock, 'now'>;
  readonly #lifetime: number;
  readonly #capacity: number;
  /** Of what was issued by then nothing is remembered any more. */
  #forgottenUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, 'now'>, lifetime = 300_000, capacity = 10_000) {
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#capacity = capacity;
  }

  issue(): string {
    const issued = Math.floor(this.#clock.now()).toString(16).padStart(12, '0') + randomBytes(8).toString('hex');
    return issued + this.#seal(issued);
  }

  /**
   * Uses one count of a nonce up, once its user has shown a password. False where the nonce has expired or was never ours, or the
   * count is not a new one.
   *
   * RFC 2617 section 3.2.2: "The purpose of this directive is to allow the server to detect request replays by
   * maintaining its own copy of this count".
   */
  use(nonce: string, count: number): boolean {
    const [, time = '', random = '', seal = ''] = NONCE.exec(nonce) ?? [];
    if (!isSameSecret(seal, this.#seal(time + random))) return false;
    const issuedAt = Number.parseInt(time, 16);
    // Its time is in whole milliseconds.
    if (Math.floor(this.#clock.now()) - issuedAt > this.#lifetime || issuedAt <= this.#forgottenUntil) return false;
    if (count <= (this.#used.get(nonce) ?? 0)) return false;
    this.#used.set(nonce, count);
    this.#forget();
    return true;
  }

  #seal(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('hex').slice(0, 32);
  }

  /** What has expired needs no memory; beyond the capacity the oldest go, and are not taken again. */
  #forget(): void {
    for (const nonce of this.#used.keys()) {
      const issuedAt = Number.parseInt(nonce.slice(0, 12), 16);
      const isOver = this.#clock.now() - issuedAt > this.#lifetime;
      if (!isOver && this.#used.size <= this.#capacity) return;
      this.#used.delete(nonce);
      if (!isOver) this.#forgottenUntil = Math.max(this.#forgottenUntil, issuedAt);
    }
  }
}
