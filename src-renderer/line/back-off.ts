/** How long to wait before trying again, in milliseconds. */
export interface BackOff {
  readonly first: number;
  readonly cap: number;
}

/** A socket that was lost is most often back at once: a server that restarts, a laptop that wakes. */
export const LOST: BackOff = { first: 300, cap: 20_000 };

/** A server that said no will say no again until somebody changes something, and may lock out who insists. */
export const REFUSED: BackOff = { first: 30_000, cap: 300_000 };

/** A subscription that its server has ended, or has no room for at the moment. Never more than one in a second. */
export const WATCH: BackOff = { first: 1500, cap: 60_000 };

/**
 * Doubles from `first` to `cap`, less up to a quarter at random, so that the phones of a building do not all come
 * back to a restarted server in the same instant.
 *
 * @param attempt 0 for the first retry
 * @param random 0 to 1
 */
export function backOffDelay({ first, cap }: BackOff, attempt: number, random: () => number): number {
  return Math.min(cap, first * 2 ** attempt) * (0.75 + 0.25 * random());
}
