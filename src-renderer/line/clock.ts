export type Cancel = () => void;

/** Time, so that a test can make it pass. */
export interface Clock {
  after(milliseconds: number, action: () => void): Cancel;
}

export const windowClock: Clock = {
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
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
