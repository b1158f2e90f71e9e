import type { SubscriptionState } from './subscription-state';

/** How a SUBSCRIBE was refused. `status` null where no server answered. Times in seconds. */
export interface Refusal {
  readonly status: number | null;
  readonly retryAfter: number | null;
  /** The shortest subscription that the server will have (423). */
  readonly minExpires: number | null;
}

/**
 * What follows the end of a subscription that nobody here has ended.
 *
 * - `refused`  nothing: it was meant
 * - `longer`   the same at once, for so many seconds
 * - `again`    another one: `at once` (but not again and again), after a `short` or after a `long` time, and not
 *              before `retryAfter` seconds
 */
export type NextStep =
  | { readonly kind: 'refused' }
  | { readonly kind: 'longer'; readonly expires: number }
  | { readonly kind: 'again'; readonly when: 'at once' | 'short' | 'long'; readonly retryAfter: number };

const REFUSED: NextStep = { kind: 'refused' };

/** @param expires seconds that were asked for, when the SUBSCRIBE was refused */
export function afterRefusal({ status, retryAfter, minExpires }: Refusal, expires: number): NextStep {
  const again = (when: 'at once' | 'short'): NextStep => ({ kind: 'again', when, retryAfter: retryAfter ?? 0 });
  switch (status) {
    // Nobody answered, the time was over, or the server has a bad moment.
    case null:
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
      return again('short');
    // The server has lost the subscription; another one is welcome.
    case 481:
      return again('at once');
    case 423:
      return minExpires !== null && minExpires > expires ? { kind: 'longer', expires: minExpires } : REFUSED;
    default:
      return REFUSED;
  }
}

/** After a NOTIFY that says `terminated`, by its reason (RFC 6665, 4.1.3). */
export function afterTermination({ reason, retryAfter }: SubscriptionState): NextStep {
  const again = (when: 'at once' | 'short' | 'long'): NextStep => ({
    kind: 'again',
    when,
    retryAfter: retryAfter ?? 0,
  });
  switch (reason) {
    // The first two: not allowed, and nothing there. The third will never change, so there is nothing to watch.
    case 'rejected':
    case 'noresource':
    case 'invariant':
      return REFUSED;
    // The server moves the subscription elsewhere, or missed our renewal; `retry-after` has no meaning here.
    case 'deactivated':
    case 'timeout':
      return { kind: 'again', when: 'at once', retryAfter: 0 };
    // Not now, and not by us to say when, unless the server does.
    case 'probation':
    case 'giveup':
      return again(retryAfter === null ? 'long' : 'short');
    default:
      return again('short');
  }
}
