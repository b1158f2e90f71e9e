export type Cancel = () => void;

/** Time, so that a test can make it pass. */
export interface Clock {
  /** Milliseconds since some moment. It never goes back. */
  now(): number;
  after(milliseconds: number, action: () => void): Cancel;
}

/** A browser takes more than this for no time at all. */
const LONGEST = 2 ** 31 - 1;

export const windowClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, Math.min(LONGEST, milliseconds));
    return () => clearTimeout(timer);
  },
};

/** Resolves with what the promise gives, or with `late` once the time is over. */
export function within<Value, Late>(
  clock: Clock,
  milliseconds: number,
  promise: Promise<Value>,
  late: Late,
): Promise<Value | Late> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => resolve(late));
    promise.finally(cancel).then(resolve, reject);
  });
}
