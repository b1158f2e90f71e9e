import { failure, type Result, success } from '../../base/result';
import type { MediaRefusal, SrtpPolicy } from '../../contract/media-gateway';
import { keyLength, SUITES, type SuiteName, suiteNamed } from '../srtp/suites';
import { type CryptoAttribute, readCrypto } from './crypto-attribute';
import type { MediaDescription } from './session-description';

/** How a call's packets are sealed; each side names the key of what it sends. */
export interface Keying {
  readonly tag: number;
  readonly suite: SuiteName;
  readonly theirs: Buffer;
  readonly ours: Buffer;
}

/** Our own master keys: one of each suite for the whole call, so that the far end need not follow a change. */
export class OwnKeys {
  readonly #keys = new Map<SuiteName, Buffer>();
  readonly #randomBytes: (length: number) => Buffer;

  constructor(randomBytes: (length: number) => Buffer) {
    this.#randomBytes = randomBytes;
  }

  of(suite: SuiteName): Buffer {
    const key = this.#keys.get(suite) ?? this.#randomBytes(keyLength(suite));
    this.#keys.set(suite, key);
    return key;
  }

  /** For an offer, best first. */
  offered(): readonly CryptoAttribute[] {
    const names = Object.keys(SUITES).flatMap((name) => suiteNamed(name) ?? []);
    return names.map((suite, index) => ({ tag: index + 1, suite, key: this.of(suite) }));
  }
}

/**
 * What an offer of ours says. `optional` is RTP/AVP with keys in it, as desk phones and servers have it: who knows no
 * attribute `crypto` leaves it out of the answer, and nobody refuses the line.
 */
export const offeredProtocol = (policy: SrtpPolicy): 'RTP/AVP' | 'RTP/SAVP' =>
  policy === 'required' ? 'RTP/SAVP' : 'RTP/AVP';

/** How the far end's description seals its packets and ours; null = in clear. */
export function keyingOf(
  media: MediaDescription,
  policy: SrtpPolicy,
  keys: OwnKeys,
): Result<Keying | null, MediaRefusal> {
  const isSecure = media.protocol.includes('SAVP');
  if (policy === 'off') return isSecure ? failure('srtpNotWanted') : success(null);
  const crypto = media.cryptos.map(readCrypto).find((one) => one !== null);
  if (crypto) {
    const { tag, suite, key } = crypto;
    return success({ tag, suite, theirs: key, ours: keys.of(suite) });
  }
  if (isSecure) return failure('noCommonSrtp');
  return policy === 'required' ? failure('srtpRequired') : success(null);
}
