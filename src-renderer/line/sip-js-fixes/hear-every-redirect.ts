import { Grammar, type UserAgent } from 'sip.js';
import { withCallableContacts } from '../../../src-main/sip/redirect';

/**
 * Lets a 3xx be heard that names a web page or a telephone: SIP.js (0.21.2) cannot read it, and drops it whole. It may go when its
 * Contact takes any address, as its Refer-To does since SIP.js #9.
 */
export function hearEveryRedirect({ transport }: UserAgent): void {
  const take = transport.onMessage;
  transport.onMessage = (text) => take?.(withCallableContacts(text, Grammar.URIParse));
}
