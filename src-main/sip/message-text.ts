/** A SIP message as what carries it sees it: a start line, headers in their order, a body. Nothing in it is understood yet. */
export interface SipMessage {
  readonly startLine: string;
  readonly headers: readonly SipHeader[];
  readonly body: string;
}

/** As it was written, save that a folded value stands in one line. */
interface SipHeader {
  readonly name: string;
  readonly value: string;
}

/** RFC 3261 section 7.3.3 and those that came after it. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['c', 'content-type'],
  ['e', 'content-encoding'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['k', 'supported'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['o', 'event'],
  ['r', 'refer-to'],
  ['s', 'subject'],
  ['t', 'to'],
  ['u', 'allow-events'],
  ['v', 'via'],
  ['x', 'session-expires'],
]);

/** Reads what a peer sent, leniently: a line that is no header is left out, not the message. @returns null where it is not SIP/2.0 */
export function readMessage(text: string): SipMessage | null {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const [startLine = '', ...lines] = head.split(/\r?\n/);
  if (statusIn(startLine) === null && methodIn(startLine) === null) return null;
  return { startLine, headers: headersIn(lines), body: end === null ? '' : text.slice(end.index + end[0].length) };
}

export function writeMessage({ startLine, headers, body }: SipMessage): string {
  return `${startLine}\r\n${headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** The status of a response; null = it is none. */
export function statusIn(startLine: string): number | null {
  const status = /^SIP\/2\.0 +(\d{3})(?: |$)/i.exec(startLine)?.[1];
  return status === undefined ? null : Number(status);
}

/** The method of a request; null = it is none. */
export function methodIn(startLine: string): string | null {
  const [method = '', ...others] = startLine.trimEnd().split(/ +/);
  const isRequest = others.length > 1 && /^SIP\/2\.0$/i.test(others.at(-1) ?? '');
  return isRequest && /^[A-Za-z0-9.!%*_+`'~-]+$/.test(method) ? method : null;
}

/** @param name in full and in small letters; the short form is found as well */
const isHeader = (header: SipHeader, name: string): boolean => {
  const written = header.name.toLowerCase();
  return written === name || SHORT_NAMES.get(written) === name;
};

/** The value of the first header of that name; null = there is none. */
export const headerOf = (message: SipMessage, name: string): string | null =>
  message.headers.find((header) => isHeader(header, name))?.value ?? null;

/** The message with the values of all headers of a name changed, or only that of the first. */
export function withHeader(
  message: SipMessage,
  name: string,
  change: (value: string) => string,
  which: 'all' | 'first' = 'all',
): SipMessage {
  let done = false;
  const headers = message.headers.map((header) => {
    if (!isHeader(header, name) || (done && which === 'first')) return header;
    done = true;
    return { name: header.name, value: change(header.value) };
  });
  return { ...message, headers };
}

/** RFC 3261 section 7.3.1: a line that begins with a blank goes on with the one before. */
function headersIn(lines: readonly string[]): readonly SipHeader[] {
  const headers: { name: string; value: string[] }[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      last?.value.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (name !== '' && !/\s/.test(name)) headers.push({ name, value: [line.slice(colon + 1).trim()] });
  }
  return headers.map(({ name, value }) => ({ name, value: value.join(' ').trim() }));
}
