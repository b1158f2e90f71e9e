import { createCipheriv } from 'node:crypto';
import type { Suite } from './suites';

export interface SessionKeys {
  readonly encryption: Buffer;
  readonly authentication: Buffer;
  readonly salt: Buffer;
}

/** RFC 3711 section 4.3.1: by these the keys of one master differ. */
const LABELS = { rtp: 0, rtcp: 3 } as const;

/** HMAC-SHA1's; GCM needs none. Bytes. */
const AUTHENTICATION_BYTES = 20;

/**
 * RFC 3711 section 4.3, with a key derivation rate of 0: once for the whole session.
 *
 * @param master key and salt, one behind the other
 */
export function sessionKeys(master: Buffer, suite: Suite, kind: 'rtp' | 'rtcp'): SessionKeys {
  const key = master.subarray(0, suite.key);
  const salt = master.subarray(suite.key, suite.key + suite.salt);
  const derive = (label: number, length: number): Buffer => {
    // A salt of 96 bits (RFC 7714) stands to the left, as a longer one does.
    const block = Buffer.alloc(16);
    salt.copy(block);
    block[7] = (block[7] ?? 0) ^ label;
    return createCipheriv(`aes-${suite.aes}-ctr`, key, block).update(Buffer.alloc(length));
  };
  const label = LABELS[kind];
  return {
    encryption: derive(label, suite.key),
    authentication: derive(label + 1, AUTHENTICATION_BYTES),
    salt: derive(label + 2, suite.salt),
  };
}
