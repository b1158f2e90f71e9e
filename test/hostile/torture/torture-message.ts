/** Status of the answer, or none. */
export type Expected = number | 'no answer';

/** One message of a torture test, and what it must be answered with by whom. */
export interface TortureMessage {
  /** As the RFC calls it. */
  readonly name: string;
  /** Of that RFC. */
  readonly section: string;
  /** What is odd about it. */
  readonly about: string;
  readonly message: string;
  /** By the built-in SIP server, of somebody who has no password: a request that is understood is challenged. */
  readonly atServer: Expected;
}

const HEADERS = (method: string): readonly string[] => [
  'Via: SIP/2.0/TCP torture.example.org;branch=z9hG4bKtorture',
  'Max-Forwards: 70',
  'From: <sip:caller@example.org>;tag=323',
  'To: <sip:watson@example.org>',
  'Call-ID: torture@example.org',
  `CSeq: 8 ${method}`,
  'Contact: <sip:caller@torture.example.org>',
];

export const OFFER = [
  'v=0',
  'o=caller 29739 7272939 IN IP4 192.0.2.1',
  's=-',
  'c=IN IP4 192.0.2.1',
  't=0 0',
  'm=audio 49217 RTP/AVP 0',
  '',
].join('\r\n');

/**
 * An ordinary message with something odd about it.
 *
 * @param start the whole start line
 * @param odd whole header lines: one that an ordinary message has replaces that one, any other comes behind. "Name!" leaves that
 * header out.
 */
export function torture(start: string, odd: readonly string[], body = ''): string {
  const method = start.startsWith('SIP/') ? 'INVITE' : (start.trim().split(/\s/)[0] ?? '');
  const nameOf = (line: string): string => (/^[^:!\s]+/.exec(line)?.[0] ?? '').toLowerCase();
  const usual = HEADERS(method);
  const kept = usual.flatMap((line) => {
    const others = odd.filter((one) => nameOf(one) === nameOf(line));
    return others.length === 0 ? [line] : others;
  });
  const more = odd.filter((line) => !usual.some((one) => nameOf(one) === nameOf(line)));
  const length = odd.some((line) => /^(content-length|l)\b/i.test(line))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body)}`];
  const type = body === '' || odd.some((line) => /^content-type/i.test(line)) ? [] : ['Content-Type: application/sdp'];
  const lines = [...kept, ...more, ...type, ...length].filter((line) => !line.endsWith('!'));
  return [start, ...lines, '', body].join('\r\n');
}
