import type { Codec } from '../../src-main/contract/line-port';

/**
 * Comfort noise (RFC 3389). With it a browser sends a few bytes now and then for silence instead of a stream, and a
 * browser that has never received anything else plays and counts nothing; a server may think the phone is gone.
 */
const NEVER = 'audio/cn';

interface BrowserCodec {
  readonly mimeType: string;
}

/**
 * The browser's codecs in the account's order; what that does not name keeps its place behind.
 *
 * @param wanted best first
 */
export function codecOrder<Kind extends BrowserCodec>(codecs: readonly Kind[], wanted: readonly Codec[]): Kind[] {
  const names = wanted.map((codec) => `audio/${codec.toLowerCase()}`);
  const rank = ({ mimeType }: Kind): number => {
    const place = names.indexOf(mimeType.toLowerCase());
    return place === -1 ? names.length : place;
  };
  return codecs
    .filter(({ mimeType }) => mimeType.toLowerCase() !== NEVER)
    .toSorted((one, other) => rank(one) - rank(other));
}
