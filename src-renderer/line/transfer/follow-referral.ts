import { Inviter, type Referral, type Session, SessionState, type URI } from 'sip.js';
import { numberAt } from '../../../src-main/sip-redirect/number-at';
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
  if (uri === null) return refuse(400);
  // RFC 3261, 21.4.13: we call by SIP alone, and no address that asks for more.
  if (!/^sips?$/i.test(uri.scheme) || !uri.user) return refuse(416);
  referral.accept().catch(() => {});
  const report = new ReferralReport(session);
  report.tell(100);
  const address = uri.clone();
  address.clearHeaders();
  return {
    target: numberAt(uri, domain) ?? address.toString(),
    // Not by SIP.js's makeInviter: that tells the sender at the first ring that there is nothing more to tell.
    call: new Inviter(session.userAgent, address, { extraHeaders: headersFor(referral) }),
    report: (status) => report.tell(status),
  };
}

/** RFC 3892, and RFC 3891 where the call is to take the place of another one. */
function headersFor({ replaces, referredBy }: Referral): string[] {
  return [
    ...(replaces === undefined ? [] : [`Replaces: ${decodeURIComponent(replaces)}`]),
    ...(referredBy === undefined ? [] : [`Referred-By: ${referredBy}`]),
  ];
}

function addressIn(referral: Referral): URI | null {
  try {
    return referral.referTo.uri;
  } catch {
    return null;
  }
}
