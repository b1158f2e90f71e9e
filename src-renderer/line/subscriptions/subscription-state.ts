import { secondsIn } from '../seconds';

/** The header Subscription-State of a NOTIFY (RFC 6665, 4.1.3). Times in seconds. */
export interface SubscriptionState {
  /** `active`, `pending`, `terminated`, or what a server has thought up. */
  readonly state: string;
  readonly reason: string | null;
  /** Until the subscription is over, unless it is renewed. */
  readonly expires: number | null;
  /** Until the server wants to hear of us again. */
  readonly retryAfter: number | null;
}

export function parseSubscriptionState(header: string): SubscriptionState {
  const [state = '', ...rest] = header.split(';').map((part) => part.trim());
  const parameters = new Map(
    rest.map((part) => {
      const [name = '', value = ''] = part.split('=').map((side) => side.trim());
      return [name.toLowerCase(), value.replaceAll('"', '')] as const;
    }),
  );
  return {
    state: state.toLowerCase(),
    reason: parameters.get('reason')?.toLowerCase() || null,
    expires: secondsIn(parameters.get('expires')),
    retryAfter: secondsIn(parameters.get('retry-after')),
  };
}
