import { type CompletionMode, type CompletionOffer, completionOffer, forwardReason } from '../../sip/call-headers';

/** How a call to somebody else's SIP server has failed. */
export interface FailedCall {
  /** Status of the final response; null where the transport failed before there was one. */
  readonly status: number | null;
  /** A 180 has come. A 183 alone is no ringing: announcements are played in it. */
  readonly rang: boolean;
  /** Values of the headers of all responses, in the order of their coming. */
  readonly callInfo: readonly string[];
  readonly diversion: readonly string[];
  readonly historyInfo: readonly string[];
}

/**
 * What the Call Back service makes of it.
 *
 * - `busy`         available when the line goes on hook (CCBS)
 * - `noReply`      available when the line has been off hook and on hook again (CCNR)
 * - `unreachable`  available when a phone registers for the line (CCNL)
 */
export type CallOutcome =
  | { readonly kind: WaitFor; readonly offer: CompletionOffer | null }
  | { readonly kind: 'refused'; readonly screen: 'cannotActivate' | 'cannotInvoke' }
  | { readonly kind: 'serviceNotAvailable' };

export type WaitFor = 'busy' | 'noReply' | 'unreachable';

const cannotActivate: CallOutcome = { kind: 'refused', screen: 'cannotActivate' };
const cannotInvoke: CallOutcome = { kind: 'refused', screen: 'cannotInvoke' };
const serviceNotAvailable: CallOutcome = { kind: 'serviceNotAvailable' };
const waitFor = (kind: WaitFor): CallOutcome => ({ kind, offer: null });

const WAIT_FOR: Readonly<Record<CompletionMode, WaitFor>> = { BS: 'busy', NR: 'noReply', NL: 'unreachable' };

export function outcomeOf(call: FailedCall): CallOutcome {
  if (call.status === null) return serviceNotAvailable;
  const forward = forwardReason(call.diversion, call.historyInfo);
  // "You cannot activate call back notification if the called party has forwarded all calls to another extension."
  if (forward === 'unconditional') return cannotInvoke;
  const offer = completionOffer(call.callInfo);
  // RFC 6910: whoever offers knows why the call failed, better than the status tells.
  if (offer) return { kind: WAIT_FOR[offer.mode], offer };
  // With a forward, the status is that of the line which the call was passed on to.
  return forward ? waitFor(forward) : byStatus(call.status, call.rang);
}

function byStatus(status: number, rang: boolean): CallOutcome {
  switch (status) {
    // RFC 3261 section 21.4.24: "currently not willing or able to take additional calls at this end system".
    case 486:
    // Section 21.6.1: "busy and does not wish to take the call at this time".
    case 600:
      return waitFor('busy');
    // Section 21.4.25: "The request was terminated by a BYE or CANCEL request", which is ours: the caller gave up. Only
    // a lifted handset will show that somebody is there.
    case 487:
      return waitFor('noReply');
    // Section 21.4.9: "could not produce a response within a suitable amount of time".
    case 408:
    // Section 21.4.18: "currently unavailable (for example, is not logged in …)".
    case 480:
      return waitFor(rang ? 'noReply' : 'unreachable');
    // Section 21.4.5: "The server has definitive information that the user does not exist at the domain".
    case 404:
    // Sections 21.4.10, 21.4.14, 21.4.22, 21.4.23 and 21.6.3: gone; not an address; too short; ambiguous; nowhere.
    case 410:
    case 416:
    case 484:
    case 485:
    case 604:
      return cannotActivate;
    // Section 21.3.3: the caller is to "retry the request at the new address". A phone that rang first was asked to
    // deflect this one call; one that did not passes them all on, and says no reason that would excuse it.
    case 301:
    case 302:
      return rang ? waitFor('noReply') : cannotInvoke;
    default:
      // 403, 603 and what else refuses this caller or this kind of call; section 8.1.3.2 has an unknown status treated
      // as the first of its class. Of 5xx, section 21.5: "failure responses given when a server itself has erred".
      return status >= 500 && status < 600 ? serviceNotAvailable : cannotInvoke;
  }
}
