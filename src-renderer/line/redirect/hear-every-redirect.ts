import { Grammar, type UserAgent } from 'sip.js';
import { withCallableContacts } from '../../../src-main/sip/redirect';

/** Lets a 3xx be heard that names a web page or a telephone: SIP.js cannot read it, and drops it whole. */
export function hearEveryRedirect({ transport }: UserAgent): void {
  const take = transport.onMessage;
  transport.onMessage = (text) => take?.(withCallableContacts(text, Grammar.URIParse));
}
