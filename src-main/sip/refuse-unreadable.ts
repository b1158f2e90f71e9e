import { splitHead } from './header-lines';

/** What a response has from its request (RFC 3261 section 8.2.6.2). */
const COPIED: ReadonlyMap<string, string> = new Map([
  ['via', 'Via'],
  ['from', 'From'],
  ['to', 'To'],
  ['call-id', 'Call-ID'],
  ['cseq', 'CSeq'],
]);

/** Blanks behind it are the sender's fault; that it is a request is seen all the same. */
const REQUEST_LINE = /^(?!SIP\/|ACK )\S.* SIP\/(\d{1,9}\.\d{1,9})[ \t]*$/i;

const SEQUENCE = /^\d{1,32}[ \t]+[\w.!%*+`'~-]+$/;

/**
 * The answer to a request that cannot be read, made from its lines as they are: RFC 3261 section 21.4.1, "The request could not be
 * understood due to malformed syntax", or section 21.5.6 where it is of another version.
 *
 * @param head the message without its body
 * @param reason of the response
 * @param status where it is another one than 400
 * @returns undefined where nobody would know what is answered: without Via or one CSeq that can be read, to an ACK, to what is no request
 */
export function refusalOf(head: string, reason: string, status = 400): string | undefined {
  const { start, headers } = splitHead(head);
  const version = REQUEST_LINE.exec(start)?.[1];
  const sequences = headers.filter(({ name }) => name === 'cseq');
  const isReadable = sequences.length === 1 && sequences.every(({ value }) => SEQUENCE.test(value));
  if (version === undefined || !isReadable || !headers.some(({ name }) => name === 'via')) return undefined;
  const answer = version === '2.0' ? `${status} ${reason}` : '505 Version Not Supported';
  const copied = headers.flatMap(({ name, value }) => {
    const written = COPIED.get(name);
    return written === undefined ? [] : [`${written}: ${name === 'to' ? withTag(value) : value}`];
  });
  return [`SIP/2.0 ${answer}`, ...copied, 'Content-Length: 0', '', ''].join('\r\n');
}

/** RFC 3261 section 8.2.6.2: "the UAS MUST add a tag to the To header field in the response". */
const withTag = (to: string): string => (/;[ \t]{0,8}tag[ \t]{0,8}=/i.test(to) ? to : `${to};tag=unread`);
