import { keyOf, type Target } from './locate/target';

/** For how long a server that has failed is passed over while others are there. Milliseconds. */
export const FAILED_FOR_MS = 120_000;

/** Which of a domain's servers is the one to go to (RFC 3263 section 4.3): the best that has not failed lately. */
export interface ServerChoice {
  readonly targets: readonly Target[];
  /** By target: until when it is passed over. */
  readonly failedUntil: ReadonlyMap<string, number>;
}

export const NO_CHOICE: ServerChoice = { targets: [], failedUntil: new Map() };

/** What the DNS says now; what is known of those that stay is kept. */
export function located({ failedUntil }: ServerChoice, targets: readonly Target[]): ServerChoice {
  const keys = new Set(targets.map(keyOf));
  return { targets, failedUntil: new Map([...failedUntil].filter(([key]) => keys.has(key))) };
}

export const failed = (choice: ServerChoice, target: Target, now: number): ServerChoice => ({
  ...choice,
  failedUntil: new Map([...choice.failedUntil, [keyOf(target), now + FAILED_FOR_MS]]),
});

export const worked = (choice: ServerChoice, target: Target): ServerChoice => ({
  ...choice,
  failedUntil: new Map([...choice.failedUntil].filter(([key]) => key !== keyOf(target))),
});

/** In the order in which they are to be tried: those that have failed lately come last, the longest ago first. */
export function inOrder({ targets, failedUntil }: ServerChoice, now: number): readonly Target[] {
  const until = (target: Target): number => Math.max(failedUntil.get(keyOf(target)) ?? 0, now);
  return targets.toSorted((left, right) => until(left) - until(right));
}

/** Those that are preferred to the present one. */
export function preferredTo({ targets }: ServerChoice, present: Target): readonly Target[] {
  const at = targets.findIndex((target) => keyOf(target) === keyOf(present));
  return targets.slice(0, Math.max(at, 0));
}
