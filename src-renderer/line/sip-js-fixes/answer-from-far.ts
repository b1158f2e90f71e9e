import type { Core } from 'sip.js';

/**
 * The status a server sent, or null where none did.
 *
 * "When a timeout error is received from the transaction layer, it MUST be treated as if a 408 (Request Timeout)
 * status code has been received. If a fatal transport error is reported […], the condition MUST be treated as a 503
 * (Service Unavailable) status code." (RFC 3261, 8.1.3.1) SIP.js makes those responses itself. They came over no
 * wire and so have no Via, which every real response has ("Via, MUST be copied from the request", 8.2.6.2). 0.21.2, the latest, marks
 * them in no other way; it may go when it does.
 */
export function statusFromFar(message: Core.IncomingResponseMessage): number | null {
  return message.hasHeader('via') ? (message.statusCode ?? null) : null;
}
