import { MAX_MOVES } from '../../sip/redirect';
import type { Diversion, Party } from './diversion';
import { bestRefusal } from './response-choice';

/** A number that phones have named instead of themselves. */
interface Detour {
  readonly target: string;
  readonly from: Party;
  /** The way to those phones. */
  readonly before: readonly Diversion[];
}

/**
 * The way of one call from number to number: by the forwards of numbers, and as phones send it on (RFC 3261, 8.1.3.4).
 *
 *     dialled ──forward──> number ──3xx──> the number wished for most ──4xx, 5xx──> the next one ──3xx──> ...
 *
 * By 3xx it comes nowhere twice, and it is not endless.
 */
export class Way {
  readonly #been: string[];
  readonly #refusals: number[] = [];
  #diversions: readonly Diversion[] = [];
  #detours: readonly Detour[] = [];
  #moves = 0;

  constructor(dialled: string) {
    this.#been = [dialled];
  }

  /** From the number that was dialled to where the call is now. What was tried in vain is not on it. */
  get diversions(): readonly Diversion[] {
    return this.#diversions;
  }

  /** @returns false if the call has been at the target on its way */
  go(diversion: Diversion): boolean {
    this.#diversions = [...this.#diversions, diversion];
    this.#been.push(diversion.target);
    return !this.#diversions.some(({ from }) => from.number === diversion.target);
  }

  /** @param targets the most wished for first; they go before those that others have named */
  name(from: Party, targets: readonly string[]): void {
    this.#detours = [...targets.map((target) => ({ target, from, before: this.#diversions })), ...this.#detours];
  }

  /** @returns the status that the caller is told, should there be no detour left */
  refuse(status: number): number {
    this.#refusals.push(status);
    // RFC 3261 section 21.6: a 6xx speaks for all of the called party's addresses.
    if (status >= 600) this.#detours = [];
    return bestRefusal(this.#refusals);
  }

  /** The call is where that leads from; null = there is none. */
  takeDetour(): Diversion | null {
    // RFC 3261 section 8.1.3.4: "the client MUST NOT add a given URI to the target set more than once".
    const [next, ...others] = this.#detours.filter(({ target }) => !this.#been.includes(target));
    if (!next || this.#moves === MAX_MOVES) return null;
    this.#moves += 1;
    this.#detours = others;
    this.#diversions = next.before;
    return { from: next.from, target: next.target, reason: 'deflection' };
  }
}
