import type { Challenge, DigestAlgorithm } from './challenge';

/** Hexadecimal, in small letters. Whoever asks brings the machine's own. */
export type DigestHash = (algorithm: DigestAlgorithm, text: string) => string;

export interface DigestRequest {
  readonly method: string;
  /** The Request-URI. */
  readonly uri: string;
}

export interface DigestCredentials {
  readonly user: string;
  readonly password: string;
}

export interface ClientNonce {
  readonly value: string;
  /** How many requests have used the server's nonce, this one included. */
  readonly count: number;
}

/** The value of an Authorization or Proxy-Authorization header (RFC 7616 section 3.4). */
export function authorization(
  challenge: Challenge,
  { user, password }: DigestCredentials,
  { method, uri }: DigestRequest,
  clientNonce: ClientNonce,
  hash: DigestHash,
): string {
  const { realm, nonce, opaque, algorithm, session, qop } = challenge;
  const digest = (...parts: readonly string[]): string => hash(algorithm, parts.join(':'));
  const secret = digest(user, realm, password);
  const key = session ? digest(secret, nonce, clientNonce.value) : secret;
  const count = clientNonce.count.toString(16).padStart(8, '0');
  const asked = digest(method, uri);
  const response = qop === null ? digest(key, nonce, asked) : digest(key, nonce, count, clientNonce.value, qop, asked);
  const used = qop !== null || session;
  return `Digest ${[
    `username=${quoted(user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${response}"`,
    `algorithm=${algorithm}${session ? '-sess' : ''}`,
    ...(used ? [`cnonce=${quoted(clientNonce.value)}`] : []),
    ...(qop === null ? [] : [`qop=${qop}`, `nc=${count}`]),
    ...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
  ].join(', ')}`;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
