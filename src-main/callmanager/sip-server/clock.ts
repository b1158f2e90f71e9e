/** Time, so that a test need not wait for it. */
export interface Clock {
  /** Milliseconds from some fixed moment; never goes back. */
  now(): number;
  /** Does the action once, later. The function it returns takes that back. */
  after(milliseconds: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock whose actions cannot bring the process down: what they throw is handed on as text. */
export function guardedClock(clock: Clock, report: (error: unknown) => void): Clock {
  return {
    now: () => clock.now(),
    after: (milliseconds, action) =>
      clock.after(milliseconds, () => {
        try {
          action();
        } catch (error) {
          report(error);
        }
      }),
  };
}
