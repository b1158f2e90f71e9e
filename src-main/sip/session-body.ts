import { entriesIn } from './contacts';
import { splitHead } from './header-lines';

const SDP = 'application/sdp';

/**
 * The message with its session description as SIP.js takes it: as the whole body, and of a type that is written as it writes it.
 * RFC 3261 section 7.3.1: a media type is the same in any case, and may have parameters; RFC 5621 section 3.1: the description may be
 * one part of several. A message with another body stays as it is.
 */
export function withSessionBody(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return text;
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  const { start, headers } = splitHead(head);
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? '';
  if (type === SDP) return text;
  const description = isSdp(type) ? body : sdpAmong(type, body);
  if (description === null) return text;
  // Of a part it is its own; a body of several parts is no session by itself.
  const dropped = ['content-type', 'content-length', ...(isSdp(type) ? [] : ['content-disposition'])];
  const kept = headers.filter(({ name }) => !dropped.includes(name));
  const length = new TextEncoder().encode(description).byteLength;
  return [
    start,
    ...kept.map(({ name, value }) => `${name}: ${value}`),
    `Content-Type: ${SDP}`,
    `Content-Length: ${length}`,
    '',
    description,
  ].join('\r\n');
}

/** Is there anything in the message that could be a session, or nothing at all? RFC 3261 section 8.2.3: else 415. */
export function hasForeignBody(contentType: string | undefined, body: string): boolean {
  return body.trim() !== '' && contentType !== undefined && !isSdp(contentType);
}

const isSdp = (type: string): boolean => (type.split(';', 1)[0] ?? '').trim().toLowerCase() === SDP;

/** RFC 2046 section 5.1: parts stand between lines that begin with two dashes and the boundary. */
function sdpAmong(type: string, body: string): string | null {
  const boundary = /^multipart\/[^;]*;(?:.*;)?\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s";]{1,200}))/i.exec(type);
  const delimiter = `--${boundary?.[1] ?? boundary?.[2]}`;
  if (boundary === null) return null;
  for (const part of `\r\n${body}`.split(`\r\n${delimiter}`).slice(1)) {
    const end = part.indexOf('\r\n\r\n');
    const { headers } = splitHead(part.slice(0, Math.max(end, 0)));
    const own = headers.find(({ name }) => name === 'content-type')?.value ?? '';
    if (end >= 0 && isSdp(entriesIn(own)[0] ?? '')) return `${part.slice(end + 4)}\r\n`;
  }
  return null;
}
