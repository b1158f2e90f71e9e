import { readDigestParameters } from './parameters';

/** RFC 7616 section 3.3 and RFC 8760: what a server wants to be proved, as far as we can prove it. */
export interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  readonly algorithm: DigestAlgorithm;
  /** A session key: the hash of user and password is mixed with both nonces (`-sess`). */
  readonly session: boolean;
  /** null = a server of before RFC 2617, which knows of none. */
  readonly qop: 'auth' | null;
  /** The password was right; only the nonce has grown too old. */
  readonly stale: boolean;
}

export type DigestAlgorithm = 'MD5' | 'SHA-256';

/**
 * Of several challenges the topmost that we know (RFC 8760 section 2.4: the server puts its favourite first).
 *
 * @param headers the values of WWW-Authenticate, or of Proxy-Authenticate, in their order
 */
export function chooseChallenge(headers: readonly string[]): Challenge | null {
  for (const header of headers.flatMap(challengesIn)) {
    const challenge = readChallenge(header);
    if (challenge) return challenge;
  }
  return null;
}

/** Several may stand in one header: each begins with its scheme. */
const challengesIn = (header: string): readonly string[] => header.split(/,\s*(?=[a-z]+\s+[a-z][\w-]*\s*=)/i);

function readChallenge(text: string): Challenge | null {
  const found = readDigestParameters(text);
  if (!found) return null;
  const [, algorithm, session] = /^(MD5|SHA-256)(-sess)?$/i.exec(found.get('algorithm') ?? 'MD5') ?? [];
  const [realm, nonce, qop] = [found.get('realm'), found.get('nonce'), found.get('qop')];
  if (algorithm === undefined || realm === undefined || nonce === undefined) return null;
  // "auth-int" alone is for those who sign bodies: nobody on the way could change SDP then, and every SBC does.
  if (qop !== undefined && !/(?:^|[\s,])auth(?:[\s,]|$)/i.test(qop)) return null;
  return {
    realm,
    nonce,
    opaque: found.get('opaque') ?? null,
    algorithm: algorithm.toUpperCase() === 'MD5' ? 'MD5' : 'SHA-256',
    session: session !== undefined,
    qop: qop === undefined ? null : 'auth',
    stale: found.get('stale')?.toLowerCase() === 'true',
  };
}
