/** Nobody means more than a day, and a browser's timers take more than 24 of them for nothing at all. */
const DAY = 86_400;

/**
 * The whole seconds that a header or a parameter begins with, as in `Retry-After: 120 (in a meeting)`, at most a
 * day; null where it names none.
 */
export function secondsIn(text: string | undefined): number | null {
  const seconds = Number.parseInt(text ?? '', 10);
  return Number.isNaN(seconds) || seconds < 0 ? null : Math.min(DAY, seconds);
}
