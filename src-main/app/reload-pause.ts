/** A page that has crashed so often within `WITHIN_MS` is loaded again at once no more. */
const AT_ONCE = 3;
const WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 30_000;

/** The crashes of one page that count still, and how long it waits until it is loaded again. In milliseconds. */
export interface Crashes {
  readonly at: readonly number[];
  readonly pause: number;
}

export const NO_CRASHES: Crashes = { at: [], pause: 0 };

/** After one more at `now`. It is never given up: what is a fault of the machine may pass, and the phone works on without its picture. */
export function crashed({ at, pause }: Crashes, now: number): Crashes {
  const recent = [...at.filter((time) => now - time < WITHIN_MS), now];
  if (recent.length <= AT_ONCE) return { at: recent, pause: 0 };
  return { at: recent, pause: Math.min(MAX_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pause * 2)) };
}
