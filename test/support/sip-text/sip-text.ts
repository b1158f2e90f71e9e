/** SIP by hand, for peers that shall say exactly what a test wants. */
export interface SipText {
  readonly branch?: string;
  readonly callId?: string;
  readonly more?: readonly string[];
  readonly body?: string;
}

const rest = (method: string, { branch = 'z9hG4bK1', callId = 'call-1', more = [], body = '' }: SipText): string =>
  [
    `Via: SIP/2.0/WS page.invalid;branch=${branch}`,
    'From: <sip:1001@pbx.test>;tag=1',
    `To: <sip:1002@pbx.test>`,
    `Call-ID: ${callId}`,
    `CSeq: 1 ${method}`,
    'Max-Forwards: 70',
    ...more,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');

export const request = (method: string, parts: SipText = {}): string =>
  `${method} sip:1002@pbx.test SIP/2.0\r\n${rest(method, parts)}`;

export const response = (status: number, method: string, parts: SipText = {}): string =>
  `SIP/2.0 ${status} Any\r\n${rest(method, parts)}`;

/** What a server says to a request: the request's own headers, as RFC 3261 section 8.2.6.2 has it. */
export function answerTo(text: string, status: number, more: readonly string[] = []): string {
  const kept = text.split('\r\n').filter((line) => /^(?:via|v|from|to|call-id|cseq):/i.test(line));
  return [`SIP/2.0 ${status} Any`, ...kept, ...more, 'Content-Length: 0', '', ''].join('\r\n');
}

export const startOf = (text: string): string => text.slice(0, text.indexOf('\r\n'));
