import type { DirectoryLine } from './device';

/** Where the calls to a number go by call forward all alone. */
export interface ForwardChain {
  /** The numbers on the way, from the first to the last. */
  readonly numbers: readonly string[];
  /** The way comes back to a number on it. */
  readonly isLoop: boolean;
}

/** @param find the line with a number; a number of nobody's ends the way */
export function forwardChain(
  number: string,
  find: (number: string) => Pick<DirectoryLine, 'features'> | undefined,
): ForwardChain {
  const numbers = [number];
  for (let next = find(number)?.features.forwardAll; next; next = find(next)?.features.forwardAll) {
    if (numbers.includes(next)) return { numbers, isLoop: true };
    numbers.push(next);
  }
  return { numbers, isLoop: false };
}
