import { Grammar, Inviter, type Referral, type Session, SessionState, type URI } from 'sip.js';
import { numberAt } from '../../../src-main/sip/number-at';
import { isWritable } from '../address';
import { ReferralReport } from './referral-report';

/** The call that we have been sent to make. */
export interface Referred {
  /** A number of the account's domain, or a whole address. */
  readonly target: string;
  readonly call: Inviter;
  /** Tells the sender how it goes. @param status of SIP */
  readonly report: (status: number) => void;
}

/**
 * Accepts to be sent on, within a call that stands; answers with a refusal what cannot be done.
 *
 * @returns null where it was refused
 */
export function followReferral(session: Session, referral: Referral, domain: string): Referred | null {
  const refuse = (statusCode: number): null => {
    referral.reject({ statusCode }).catch(() => {});
    return null;
  };
  if (session.state !== SessionState.Established) return refuse(481);
  const uri = addressIn(referral);
  const replacing = uri && headersToReplace(uri);
  if (uri === null || replacing === null) return refuse(400);
  // RFC 3261, 21.4.14: we call by SIP alone, and no address that asks for more.
  if (!/^sips?$/i.test(uri.scheme) || !uri.user) return refuse(416);
  // RFC 3515, 2.1: by a method in its address a REFER may ask for any request; we make calls. RFC 3261, 21.6.2: 603 Decline.
  if (!/^INVITE$/i.test(uri.getParam('method') ?? 'INVITE')) return refuse(603);
  referral.accept().catch(() => {});
  const report = new ReferralReport(session, referral.request.cseq);
  report.tell(100);
  const address = uri.clone();
  address.clearHeaders();
  // RFC 3261, 19.1.1: a Request-URI has none.
  address.deleteParam('method');
  const { referredBy } = referral;
  // RFC 3892: who is sent on tells by whom.
  const sender = referredBy === undefined ? [] : [`Referred-By: ${referredBy}`];
  return {
    target: numberAt(address, domain) ?? address.toString(),
    // Not by SIP.js's makeInviter: that tells the sender at the first ring that there is nothing more to tell.
    call: new Inviter(session.userAgent, address, { extraHeaders: [...replacing, ...sender] }),
    report: (status) => report.tell(status),
  };
}

function addressIn(referral: Referral): URI | null {
  try {
    const { uri } = referral.referTo;
    return isWritable(uri) ? uri : null;
  } catch {
    return null;
  }
}

/**
 * What of an address's headers we take over: RFC 3891, where the call is to take the place of another one, and Require: with
 * it a phone that cannot do that refuses, and does not ring as for a new call.
 *
 * @returns null where nobody can read which call that is
 */
function headersToReplace(uri: URI): readonly string[] | null {
  const value = decoded(uri.getHeader('Replaces')?.[0] ?? '');
  if (value === '') return [];
  // Read before it is passed on: escaped in an address there may be anything, also the end of a line and another header.
  if (value === null || Grammar.parse(value, 'Replaces') === -1) return null;
  const required = uri.getHeader('Require')?.some((tags) => /(?:^|,)\s*replaces\s*(?:,|$)/i.test(decoded(tags) ?? ''));
  return [`Replaces: ${value}`, ...(required ? ['Require: replaces'] : [])];
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
