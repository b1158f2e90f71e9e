import { keyLength, type SuiteName, suiteNamed } from '../srtp/suites';

/** RFC 4568: a key in clear, which is why SIP should go by TLS then. */
export interface CryptoAttribute {
  readonly tag: number;
  readonly suite: SuiteName;
  /** Master key and salt. */
  readonly key: Buffer;
}

/** @returns null where we cannot do what it asks for */
export function readCrypto(value: string): CryptoAttribute | null {
  const [tag = '', name = '', keys = '', ...parameters] = value.trim().split(/\s+/);
  const [, inline, more = ''] = /^inline:([A-Za-z0-9+/=]+)(?:\|(.*))?$/i.exec(keys) ?? [];
  const suite = suiteNamed(name);
  if (!/^\d{1,9}$/.test(tag) || inline === undefined || suite === null) return null;
  const key = Buffer.from(inline, 'base64');
  // A lifetime (`|2^20`) is longer than any call. A master key identifier (`|1:4`) would make every packet longer.
  if (key.length !== keyLength(suite) || more.includes(':')) return null;
  // Section 6.3: what we do not know must be refused, unless it begins with "-". A window size hint asks for nothing.
  const unknown = parameters.filter((word) => !/^-|^WSH=/i.test(word));
  return unknown.length === 0 ? { tag: Number(tag), suite, key } : null;
}

export const writeCrypto = ({ tag, suite, key }: CryptoAttribute): string =>
  `${tag} ${suite} inline:${key.toString('base64')}`;
