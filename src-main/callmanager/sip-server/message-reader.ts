import { Core, Grammar } from 'sip.js';
import { hasTooManyHeaders } from '../../sip/header-count';
import { splitHead } from '../../sip/header-lines';
import { withCallableContacts } from '../../sip/redirect';
import { refusalOf } from '../../sip/refuse-unreadable';

export type Reading =
  | { readonly kind: 'request'; readonly message: Core.IncomingRequestMessage }
  | { readonly kind: 'response'; readonly message: Core.IncomingResponseMessage }
  /** A request that is wrong, but whole enough to be told so. */
  | {
      readonly kind: 'badRequest';
      readonly message: Core.IncomingRequestMessage;
      readonly status: number;
      readonly fault: string;
    }
  /** `answer`: the whole text of the response, where the sender would know what it answers. */
  | { readonly kind: 'unreadable'; readonly fault: string; readonly answer: string | undefined };

/** Stands for `Contact: *` in a message that has been read: SIP.js's parser gives up on the asterisk. */
export const EVERY_CONTACT = 'X-Every-Contact';

const version = /^(?:SIP\/2\.0 |[^\r\n]* SIP\/2\.0\r\n)/i;

const asterisk = /^(?:contact|m)[ \t]*:[ \t]*\*[ \t]*$/im;

/** RFC 3261 section 8.1.1: "A valid SIP request formulated by a UAC MUST, at a minimum, contain the following". */
const necessary = ['via', 'from', 'to', 'call-id', 'cseq'];

/** RFC 3261 section 7.3.1: only what is a list may come more than once. */
const SINGLE = ['from', 'to', 'call-id', 'cseq', 'max-forwards', 'content-length', 'content-type', 'expires'];

/** RFC 3261 section 8.2.2.1: a scheme that the server does not know is answered with 416. */
const FOREIGN_SCHEME = /^\S+ (?!sips?:)[a-z][a-z\d+.-]*:/i;

/** RFC 3261 section 8.1.1.5: "The sequence number value MUST be expressible as a 32-bit unsigned integer and MUST be less than 2**31". */
const SEQUENCE_END = 2 ** 31;
/** RFC 3261 section 20.22. */
const MAX_HOPS = 255;

/** Reads one message and checks what SIP.js's core takes for granted. */
export function readMessage(text: string, logger: Core.Logger): Reading {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return { kind: 'unreadable', fault: 'no end of the header', answer: undefined };
  if (hasTooManyHeaders(text)) return unreadable(text, headEnd, 'too many headers', 'Too Many Headers');
  // SIP.js's parser takes any version; there is no other one than 2.0.
  if (!version.test(text)) return unreadable(text, headEnd, 'not SIP/2.0', 'Bad Request');
  const readable = withCallableContacts(text, Grammar.URIParse);
  return readText(readable, readable.indexOf('\r\n\r\n'), logger);
}

function readText(text: string, headEnd: number, logger: Core.Logger): Reading {
  const head = text.slice(0, headEnd).replace(asterisk, `${EVERY_CONTACT}: *`);
  const message = Core.Parser.parseMessage(head + text.slice(headEnd), logger);
  if (!message) return unreadable(text, headEnd, 'not SIP', 'Bad Request');
  const missing = necessary.filter((name) => !message.hasHeader(name));
  if (missing.length > 0) return unreadable(text, headEnd, `without ${missing.join(', ')}`, 'Missing Header');
  if (message instanceof Core.IncomingResponseMessage) return { kind: 'response', message };
  if (!message.ruri && FOREIGN_SCHEME.test(text))
    return { kind: 'badRequest', message, status: 416, fault: 'Unsupported URI Scheme' };
  const fault = repeatedHeader(text.slice(0, headEnd)) ?? faultOf(message, text.slice(headEnd + 4));
  return fault === undefined ? { kind: 'request', message } : { kind: 'badRequest', message, status: 400, fault };
}

/** @param reason of the response */
function unreadable(text: string, headEnd: number, fault: string, reason: string): Reading {
  return { kind: 'unreadable', fault, answer: refusalOf(text.slice(0, headEnd), reason) };
}

/** SIP.js keeps the last of them, and nobody knows which the sender, or a proxy, went by. */
function repeatedHeader(head: string): string | undefined {
  const seen = new Set<string>();
  for (const { name } of splitHead(head).headers) {
    if (SINGLE.includes(name) && seen.has(name)) return `More Than One ${name}`;
    seen.add(name);
  }
  return undefined;
}

function faultOf(message: Core.IncomingRequestMessage, body: string): string | undefined {
  // RFC 3261 section 19.1.1: headers have no place in a Request-URI.
  if (!message.ruri || Object.keys(message.ruri.headers).length > 0) return 'Bad Request-URI';
  // RFC 3261 section 8.1.1.7: "The branch parameter value MUST be unique across space and time", so there must be one.
  if (!message.viaBranch) return 'Missing Via Branch';
  // RFC 3261 section 8.1.1.3: "The From field MUST contain a new "tag" parameter".
  if (!message.fromTag) return 'Missing From Tag';
  // RFC 3261 section 8.1.1.8: "The Contact header field MUST be present … in any request that can result in the establishment of a dialog".
  if (message.method === 'INVITE' && !message.hasHeader('contact')) return 'Missing Contact Header';
  // RFC 3261 section 8.1.1.5: "The method MUST match that of the request."
  if (message.parseHeader('cseq')?.method !== message.method) return 'CSeq Of Another Method';
  if (message.cseq >= SEQUENCE_END) return 'CSeq Out Of Range';
  if (Number(message.getHeader('max-forwards') ?? 0) > MAX_HOPS) return 'Max-Forwards Out Of Range';
  // RFC 3261 section 18.3: too short a body "SHOULD" be answered with 400.
  if (Buffer.byteLength(body) < Number(message.getHeader('content-length') ?? 0)) return 'Body Too Short';
  // RFC 3261 section 20.15: "The Content-Type header field MUST be present if the body is not empty."
  if (message.body && !message.hasHeader('content-type')) return 'Missing Content-Type';
  return undefined;
}
