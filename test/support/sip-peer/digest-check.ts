import { createHash } from 'node:crypto';
import type { SipMessage } from './sip-message.ts';

const NONCE = 'a-nonce-that-never-changes';
export const CHALLENGE = `WWW-Authenticate: Digest realm="peer.test", nonce="${NONCE}", algorithm=MD5, qop="auth"`;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Whether the request carries the answer to our challenge that only the holder of the password can give (RFC 2617). */
export function knowsPassword(request: SipMessage, password: string): boolean {
  const part = (name: string): string =>
    new RegExp(`[ ,]${name}="?([^",]*)"?`, 'i').exec(request.header('authorization'))?.[1] ?? '';
  const secret = md5(`${part('username')}:peer.test:${password}`);
  const asked = md5(`${request.method}:${part('uri')}`);
  return part('response') === md5(`${secret}:${NONCE}:${part('nc')}:${part('cnonce')}:auth:${asked}`);
}
