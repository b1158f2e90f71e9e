import type { Core } from 'sip.js';
import { USUAL_CODECS } from '../../src-main/contract/line-port';
import { hasForeignBody } from '../../src-main/sip/session-body';
import { isTakable } from '../../src-main/sip/session-description';

/** What we understand of what a caller may require. */
const UNDERSTOOD = ['replaces'];

export interface EarlyRefusal {
  readonly statusCode: number;
  readonly extraHeaders: string[];
}

/**
 * Why a call that comes in could never be answered: nobody shall hear it ring (RFC 3261, 8.2.2.3, 8.2.3 and 13.3.1.3).
 *
 * @returns null where it can
 */
export function refusalOf(request: Core.IncomingRequestMessage): EarlyRefusal | null {
  const unknown = request
    .getHeaders('require')
    .flatMap((value) => value.split(','))
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '' && !UNDERSTOOD.includes(tag));
  if (unknown.length > 0) return { statusCode: 420, extraHeaders: [`Unsupported: ${unknown.join(', ')}`] };
  if (hasForeignBody(request.getHeader('content-type'), request.body))
    return { statusCode: 415, extraHeaders: ['Accept: application/sdp'] };
  const isOffer = request.body.trim() !== '' && request.hasHeader('content-type');
  // RFC 3261, 20.43: 305 is for a media type that is not there.
  return isOffer && !isTakable(request.body, USUAL_CODECS)
    ? { statusCode: 488, extraHeaders: ['Warning: 305 callback-phone "No common voice"'] }
    : null;
}
