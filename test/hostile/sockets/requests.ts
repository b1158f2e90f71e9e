import { randomBytes } from 'node:crypto';
import { sipText } from '../../support/sip-peer/sip-message.ts';

/** A request of a stranger's to the demo cluster, each a new one. */
export function strangersRequest(method: string, uri: string, headers: readonly string[] = [], body = ''): string {
  const id = randomBytes(8).toString('hex');
  return sipText(
    `${method} ${uri} SIP/2.0`,
    [
      `Via: SIP/2.0/WS stranger.invalid;branch=z9hG4bK${id}`,
      `From: <sip:1001@callback-phone.invalid>;tag=${id}`,
      `To: <${uri}>`,
      `Call-ID: ${id}`,
      `CSeq: 1 ${method}`,
      'Max-Forwards: 70',
      'Contact: <sip:1001@stranger.invalid;transport=ws>',
      ...headers,
    ],
    body,
  );
}

export const SERVER_URI = 'sip:callback-phone.invalid';
export const BOB_URI = 'sip:1002@callback-phone.invalid';
