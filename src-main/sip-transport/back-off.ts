/** A server that restarts is most often back at once; one that does not come back is asked seldom. Milliseconds. */
const FIRST_MS = 500;
const CAP_MS = 30_000;

/**
 * How long to wait before a lost server is tried again: doubles, less up to a quarter at random, so that the phones of a
 * building do not all come back in the same instant.
 *
 * @param attempt 0 for the first retry
 * @param random 0 to 1
 * @returns milliseconds
 */
export const backOffDelay = (attempt: number, random: number): number =>
  Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(attempt, 16)) * (0.75 + 0.25 * random);
