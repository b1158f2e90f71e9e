import { entriesIn } from './contacts';
import { type HeaderLine, splitHead } from './header-lines';
import { readNameAddress } from './lenient/name-address';

/** Why a request cannot be taken, in the words of the response to it. */
export interface RequestFault {
  readonly status: 400 | 416 | 505;
  readonly reason: string;
}

/** RFC 3261 section 8.1.1: "A valid SIP request formulated by a UAC MUST, at a minimum, contain the following". */
const NECESSARY = ['via', 'from', 'to', 'call-id', 'cseq'];

/** RFC 3261 section 7.3.1: only what is a list may come more than once. */
const SINGLE = ['from', 'to', 'call-id', 'cseq', 'max-forwards', 'content-length', 'content-type', 'expires'];

/** RFC 3261 section 8.1.1.8: what makes a dialog, or a binding, needs an address by which whoever sends it can be reached. */
const NEED_CONTACT = ['INVITE', 'SUBSCRIBE', 'REGISTER'];

/** RFC 3261 section 7.1: one blank between the parts of the line, none elsewhere, and no brackets. */
const REQUEST_LINE = /^([\w.!%*+`'~-]+) ([^\s<>]+) SIP\/2\.0$/i;
const OTHER_VERSION = /^(?!SIP\/).* SIP\/(?!2\.0\s*$)\d+\.\d+\s*$/i;
const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const SEQUENCE = /^(\d{1,10})\s+(\S+)$/;

/** RFC 3261 section 8.1.1.5: the number "MUST be less than 2**31". */
const SEQUENCE_END = 2 ** 31;
/** RFC 3261 section 20.22. */
const MAX_HOPS = 255;

/**
 * What is wrong with a request, before anybody asks for whom it is: whoever is told so can mend it, and silence would be taken for a
 * phone that is gone (RFC 3261 section 21.4.1). What can be understood all the same is not wrong.
 *
 * @param head a message without its body, not a response
 * @returns null where it is in order
 */
export function requestFault(head: string): RequestFault | null {
  const { start, headers } = splitHead(head);
  // Nobody is ever answered to an ACK, and a call hangs on it.
  if (start.startsWith('ACK ')) return null;
  if (OTHER_VERSION.test(start)) return { status: 505, reason: 'Version Not Supported' };
  const [, method = '', uri = ''] = REQUEST_LINE.exec(start) ?? [];
  const scheme = SCHEME.exec(uri)?.[1];
  if (method !== '' && scheme !== undefined && !/^sips?$/i.test(scheme))
    return { status: 416, reason: 'Unsupported URI Scheme' };
  // RFC 3261 section 19.1.1: headers have no place in a Request-URI.
  const isAddress = scheme !== undefined && !uri.includes('?', uri.lastIndexOf('@') + 1);
  const reason = isAddress ? headerFault(method, headers) : 'Bad Request-URI';
  return reason === null ? null : { status: 400, reason };
}

function headerFault(method: string, headers: readonly HeaderLine[]): string | null {
  const valuesOf = (name: string): readonly string[] =>
    headers.filter((header) => header.name === name).map(({ value }) => value);
  const missing = NECESSARY.find((name) => valuesOf(name).length === 0);
  if (missing !== undefined) return `Missing ${missing}`;
  const repeated = SINGLE.find((name) => valuesOf(name).length > 1);
  if (repeated !== undefined) return `More Than One ${repeated}`;
  const [via = '', from = '', sequence = ''] = ['via', 'from', 'cseq'].map((name) => valuesOf(name)[0]);
  // RFC 3261 sections 8.1.1.7 and 8.1.1.3: there must be both.
  if (!/;\s*branch\s*=\s*[^\s;,]/i.test(entriesIn(via)[0] ?? '')) return 'Missing Via Branch';
  if (!/;\s*tag\s*=\s*[^\s;,]/i.test(from)) return 'Missing From Tag';
  const [, number, ofMethod] = SEQUENCE.exec(sequence) ?? [];
  if (number === undefined || Number(number) >= SEQUENCE_END) return 'CSeq Out Of Range';
  if (ofMethod !== method) return 'CSeq Of Another Method';
  if (valuesOf('max-forwards').some((hops) => Number(hops) > MAX_HOPS)) return 'Max-Forwards Out Of Range';
  if (valuesOf('content-length').some((length) => !/^\d{1,9}$/.test(length))) return 'Bad Content-Length';
  if (!NEED_CONTACT.includes(method)) return null;
  const contacts = valuesOf('contact').flatMap(entriesIn);
  return contacts.length === 0 || contacts.some(isCallable) ? null : 'Bad Contact';
}

const isCallable = (entry: string): boolean => {
  const uri = readNameAddress(entry)?.uri;
  return entry === '*' || (uri !== undefined && uri.scheme !== 'tel');
};
