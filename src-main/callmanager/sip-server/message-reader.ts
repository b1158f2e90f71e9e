import { Core, Grammar } from 'sip.js';
import { hasTooManyHeaders } from '../../sip/header-count';
import { withCallableContacts } from '../../sip/redirect';

export type Reading =
  | { readonly kind: 'request'; readonly message: Core.IncomingRequestMessage }
  | { readonly kind: 'response'; readonly message: Core.IncomingResponseMessage }
  /** A request that is wrong, but whole enough to be told so. */
  | { readonly kind: 'badRequest'; readonly message: Core.IncomingRequestMessage; readonly fault: string }
  | { readonly kind: 'unreadable'; readonly fault: string };

/** Stands for `Contact: *` in a message that has been read: SIP.js's parser gives up on the asterisk. */
export const EVERY_CONTACT = 'X-Every-Contact';

const version = /^(?:SIP\/2\.0 |[^\r\n]* SIP\/2\.0\r\n)/i;

const asterisk = /^(?:contact|m)[ \t]*:[ \t]*\*[ \t]*$/im;

/** RFC 3261 section 8.1.1: "A valid SIP request formulated by a UAC MUST, at a minimum, contain the following". */
const necessary = ['via', 'from', 'to', 'call-id', 'cseq'];

/** Reads one message and checks what SIP.js's core takes for granted. */
export function readMessage(text: string, logger: Core.Logger): Reading {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return { kind: 'unreadable', fault: 'no end of the header' };
  if (hasTooManyHeaders(text)) return { kind: 'unreadable', fault: 'too many headers' };
  // SIP.js's parser takes any version; there is no other one than 2.0.
  if (!version.test(text)) return { kind: 'unreadable', fault: 'not SIP/2.0' };
  const readable = withCallableContacts(text, Grammar.URIParse);
  return readText(readable, readable.indexOf('\r\n\r\n'), logger);
}

function readText(text: string, headEnd: number, logger: Core.Logger): Reading {
  const head = text.slice(0, headEnd).replace(asterisk, `${EVERY_CONTACT}: *`);
  const message = Core.Parser.parseMessage(head + text.slice(headEnd), logger);
  if (!message) return { kind: 'unreadable', fault: 'not SIP' };
  const missing = necessary.filter((name) => !message.hasHeader(name));
  if (missing.length > 0) return { kind: 'unreadable', fault: `without ${missing.join(', ')}` };
  if (message instanceof Core.IncomingResponseMessage) return { kind: 'response', message };
  const fault = faultOf(message, text.slice(headEnd + 4));
  return fault === undefined ? { kind: 'request', message } : { kind: 'badRequest', message, fault };
}

function faultOf(message: Core.IncomingRequestMessage, body: string): string | undefined {
  if (!message.ruri) return 'Bad Request-URI';
  // RFC 3261 section 8.1.1.7: "The branch parameter value MUST be unique across space and time", so there must be one.
  if (!message.viaBranch) return 'Missing Via Branch';
  // RFC 3261 section 8.1.1.3: "The From field MUST contain a new "tag" parameter".
  if (!message.fromTag) return 'Missing From Tag';
  // RFC 3261 section 8.1.1.5: "The method MUST match that of the request."
  if (message.parseHeader('cseq')?.method !== message.method) return 'CSeq Of Another Method';
  // RFC 3261 section 18.3: too short a body "SHOULD" be answered with 400.
  if (Buffer.byteLength(body) < Number(message.getHeader('content-length') ?? 0)) return 'Body Too Short';
  // RFC 3261 section 20.15: "The Content-Type header field MUST be present if the body is not empty."
  if (message.body && !message.hasHeader('content-type')) return 'Missing Content-Type';
  return undefined;
}
