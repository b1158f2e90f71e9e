import { createHash } from 'node:crypto';
import { readDigestParameters } from '../../sip/digest/parameters';

/** What an Authorization or Proxy-Authorization header says. */
export interface Credentials {
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly clientNonce: string;
  /** As it was sent: eight hexadecimal digits. */
  readonly nonceCount: string;
}

/** Reads the header; undefined where it is not what our challenge asked for: Digest, MD5, qop=auth. */
export function parseCredentials(header: string): Credentials | undefined {
  const found = readDigestParameters(header);
  if (!found) return undefined;
  const text = (name: string) => found.get(name) ?? '';
  const nonceCount = text('nc');
  // RFC 2617 section 3.2.2: "nc-value = 8LHEX"; without qop there is no count, and a replay would not be noticed.
  if ((found.get('algorithm') ?? 'MD5').toUpperCase() !== 'MD5' || text('qop') !== 'auth') return undefined;
  if (!/^[0-9a-f]{8}$/i.test(nonceCount) || text('cnonce') === '' || text('username') === '') return undefined;
  return {
    username: text('username'),
    realm: text('realm'),
    nonce: text('nonce'),
    uri: text('uri'),
    response: text('response'),
    clientNonce: text('cnonce'),
    nonceCount,
  };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** RFC 2617 section 3.2.2.1: the response that only the holder of the password can work out. */
export function digestResponse(credentials: Omit<Credentials, 'response'>, method: string, password: string): string {
  const { username, realm, nonce, nonceCount, clientNonce, uri } = credentials;
  const secret = md5(`${username}:${realm}:${password}`);
  return md5(`${secret}:${nonce}:${nonceCount}:${clientNonce}:auth:${md5(`${method}:${uri}`)}`);
}
