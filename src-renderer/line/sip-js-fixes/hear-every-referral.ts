import { Grammar, type UserAgent } from 'sip.js';

/**
 * Lets a REFER be heard whatever it names: SIP.js (0.21.2) cannot read a part of what phones write there, and drops it whole. It may go
 * when a REFER that cannot be read is answered with 400, and Twinkle's has died out.
 */
export function hearEveryReferral({ transport }: UserAgent): void {
  const take = transport.onMessage;
  transport.onMessage = (text) => take?.(withReadableReferTo(text));
}

/** The message as SIP.js can read it. A Refer-To that says nothing to it is left out: then there is somebody who refuses. */
export function withReadableReferTo(text: string): string {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0 || !text.startsWith('REFER ')) return text;
  // RFC 3261, 7.3.1: a line that begins with a space goes on with the one before.
  const lines = text
    .slice(0, headEnd)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const kept = lines.flatMap((line) => {
    // RFC 3515, 2.1: "r" is the short name.
    const [, value] = /^(?:refer-to|r)[ \t]*:(.*)$/i.exec(line) ?? [];
    if (value === undefined) return [line];
    const bare = value.trim();
    // Separated first: a lenient reading takes what is behind the ";" for a part of Replaces, which then names no call.
    const readable = [withSeparatedHeaders(bare), bare].find(isReadable);
    return readable === undefined ? [] : [`Refer-To: ${readable}`];
  });
  return kept.join('\r\n') + text.slice(headEnd);
}

/** RFC 3261, 19.1.1: headers of an address are joined by "&". Twinkle (1.10) joins Replaces and Require by ";". */
function withSeparatedHeaders(value: string): string {
  const [from, to] = [value.indexOf('?', value.lastIndexOf('<')), value.lastIndexOf('>')];
  if (from < 0 || to < from) return value;
  return value.slice(0, from) + value.slice(from, to).replaceAll(';', '&') + value.slice(to);
}

const isReadable = (value: string): boolean => Grammar.parse(value, 'Refer_To') !== -1;
