import type { LineEvent } from '../contract/line-port';

/** How a line of the phone stands with its server; without a number of its own, its phrase. */
export type Registration =
  | { readonly kind: 'registering' }
  /** Nobody answers there; it is tried again and again. */
  | { readonly kind: 'serverLost' }
  | { readonly kind: 'registered' }
  | { readonly kind: 'rejected'; readonly status: number };

/** Phrases. */
export type LineTrouble = 'passwordNeeded' | 'certificateBad';

export function registrationBy(
  { state, status }: Extract<LineEvent, { kind: 'registration' }>,
  before: Registration,
): Registration {
  if (state === 'registered') return { kind: 'registered' };
  if (state === 'unregistered') return status === null ? { kind: 'serverLost' } : { kind: 'rejected', status };
  // Another attempt is no news of a server that the last one did not reach.
  return before.kind === 'serverLost' ? before : { kind: 'registering' };
}
