/** What a 7960 speaks comes first: G.711 mu-law, and A-law; then what else the browser can do, in its own order. */
const FIRST: readonly string[] = ['audio/pcmu', 'audio/pcma'];

/**
 * Comfort noise (RFC 3389). With it a browser sends a few bytes now and then for silence instead of a stream, and a
 * browser that has never received anything else plays and counts nothing; a server may think the phone is gone.
 */
const NEVER = 'audio/cn';

interface Codec {
  readonly mimeType: string;
}

/** The codecs that we want to be used, in that order. Formats that are no codec of voice keep their place behind. */
export function codecOrder<Kind extends Codec>(codecs: readonly Kind[]): Kind[] {
  const rank = ({ mimeType }: Kind): number => {
    const place = FIRST.indexOf(mimeType.toLowerCase());
    return place === -1 ? FIRST.length : place;
  };
  return codecs
    .filter(({ mimeType }) => mimeType.toLowerCase() !== NEVER)
    .toSorted((one, other) => rank(one) - rank(other));
}
