import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** Said in the failure, to show what there was instead. */
  readonly otherwise?: () => string | Promise<string>;
}

/**
 * Waits for a fact and returns it. The condition holds when it gives anything but undefined, null or false.
 * @param what completes the sentence "waited for …"
 */
export async function waitFor<T>(
  what: string,
  condition: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 50, otherwise }: WaitOptions = {},
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const fact = await condition();
    if (fact !== undefined && fact !== null && fact !== false) return fact as Exclude<T, undefined | null | false>;
    if (performance.now() >= deadline) {
      const instead = otherwise === undefined ? '' : `\n${await otherwise()}`;
      throw new Error(`waited ${timeoutMs} ms for ${what}, in vain${instead}`);
    }
    await pause(everyMs);
  }
}
