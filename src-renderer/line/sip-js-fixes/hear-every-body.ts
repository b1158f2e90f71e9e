import type { UserAgent } from 'sip.js';
import { withSessionBody } from '../../../src-main/sip/session-body';
import { withUsualNames } from '../../../src-main/sip/usual-names';

/** SIP.js takes a description only where its type is written `application/sdp`, and nothing but that, and headers only by their long names. */
export function hearEveryBody({ transport }: UserAgent): void {
  const take = transport.onMessage;
  transport.onMessage = (text) => take?.(withSessionBody(withUsualNames(text)));
}
