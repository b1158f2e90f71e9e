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
  const [, tag, name = '', inline = '', more = '', parameters = ''] =
    /^(\d{1,9})\s+(\S+)\s+inline:([A-Za-z0-9+/=]+)((?:\|[^\s;]+)*)((?:\s+\S+)*)\s*$/i.exec(value) ?? [];
  const suite = suiteNamed(name);
  if (tag === undefined || suite === null) return null;
  const key = Buffer.from(inline, 'base64');
  // A lifetime (`|2^20`) is longer than any call. A master key identifier (`|1:4`) would make every packet longer.
  if (key.length !== keyLength(suite) || more.includes(':')) return null;
  // Section 6.3: what we do not know must be refused, unless it begins with "-". A window size hint asks for nothing.
  const unknown = parameters.split(/\s+/).filter((word) => word !== '' && !/^-|^WSH=/i.test(word));
  return unknown.length === 0 ? { tag: Number(tag), suite, key } : null;
}

export const writeCrypto = ({ tag, suite, key }: CryptoAttribute): string =>
  `${tag} ${suite} inline:${key.toString('base64')}`;
