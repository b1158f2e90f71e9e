import { Core } from 'sip.js';

/** RFC 3261, 8.1.1.7: a branch begins with it. */
const MAGIC_COOKIE = 'z9hG4bK';

/**
 * SIP.js draws the branch of a request, by which its response is known, from ten million. Some hundred requests at once,
 * as when a server has started anew, are then likely to have two alike, and one of them gets the other's answer. "The branch
 * parameter value MUST be unique across space and time for all requests sent by the UA."
 * It may go when upstream's (0.21.2: ten million) is longer.
 *
 * @param newId unique across space and time
 */
export function drawLongTransactionIds(newId: () => string): void {
  const transactions = Core.ClientTransaction as unknown as { makeId(request: { readonly method: string }): string };
  const original = transactions.makeId.bind(transactions);
  // A CANCEL has the branch of the INVITE that it cancels.
  transactions.makeId = (request) => (request.method === 'CANCEL' ? original(request) : `${MAGIC_COOKIE}${newId()}`);
}
