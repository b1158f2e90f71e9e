import { createHash } from 'node:crypto';

export interface DigestAsk {
  readonly method: string;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** The value of an Authorization header that answers a challenge (RFC 2617, 3.2.2: MD5, without qop). */
export function digestAnswer(challenge: string, { method, uri, user, password }: DigestAsk): string {
  const realm = parameter(challenge, 'realm');
  const nonce = parameter(challenge, 'nonce');
  const secret = md5(`${user}:${realm}:${password}`);
  const response = md5(`${secret}:${nonce}:${md5(`${method}:${uri}`)}`);
  const parts = { username: user, realm, nonce, uri, response };
  const written = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  return `Digest ${written.join(', ')}, algorithm=MD5`;
}

function parameter(challenge: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
