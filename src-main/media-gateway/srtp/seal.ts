import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { SessionKeys } from './session-keys';
import type { Suite } from './suites';

/** A packet on its way through a suite, RTP or RTCP alike. */
export interface Sealing {
  readonly keys: SessionKeys;
  readonly suite: Suite;
  readonly ssrc: number;
  /** Of the packet: rollovers and sequence number, or RTCP's own count. */
  readonly index: number;
  readonly header: Buffer;
  /** Which is authenticated and not encrypted: RTP's rollovers, which are not sent; RTCP's index, which is. */
  readonly trailer: Buffer;
  readonly tag: number;
  /** What GCM authenticates beside the payload (RFC 7714 sections 8.2 and 9.2). */
  readonly additional: Buffer;
}

/** @returns what stands behind the header: encrypted payload and tag, for RTCP in counter mode the trailer between them */
export function seal(sealing: Sealing, payload: Buffer): { readonly encrypted: Buffer; readonly tag: Buffer } {
  const { keys, suite, header, trailer, tag } = sealing;
  if (suite.mode === 'gcm') {
    const cipher = createCipheriv(`aes-${suite.aes}-gcm`, keys.encryption, nonce(sealing));
    cipher.setAAD(sealing.additional);
    const encrypted = Buffer.concat([cipher.update(payload), cipher.final()]);
    return { encrypted, tag: cipher.getAuthTag() };
  }
  const encrypted = createCipheriv(`aes-${suite.aes}-ctr`, keys.encryption, counter(sealing)).update(payload);
  return { encrypted, tag: authenticate(keys, [header, encrypted, trailer], tag) };
}

/** @returns null where it is not authentic */
export function unseal(sealing: Sealing, encrypted: Buffer, tag: Buffer): Buffer | null {
  const { keys, suite, header, trailer } = sealing;
  if (suite.mode === 'gcm') return unsealGcm(sealing, encrypted, tag);
  if (!timingSafeEqual(authenticate(keys, [header, encrypted, trailer], sealing.tag), tag)) return null;
  return createCipheriv(`aes-${suite.aes}-ctr`, keys.encryption, counter(sealing)).update(encrypted);
}

function unsealGcm(sealing: Sealing, encrypted: Buffer, tag: Buffer): Buffer | null {
  const { keys, suite } = sealing;
  const decipher = createDecipheriv(`aes-${suite.aes}-gcm`, keys.encryption, nonce(sealing));
  decipher.setAAD(sealing.additional);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(encrypted), decipher.final()]);
  } catch {
    // Node's only way to say that the tag is wrong.
    return null;
  }
}

/** RFC 3711 section 4.1.1: salt, source and index, each at its place. */
function counter({ keys, ssrc, index }: Sealing): Buffer {
  const block = Buffer.alloc(16);
  keys.salt.copy(block);
  block.writeUInt32BE((block.readUInt32BE(4) ^ ssrc) >>> 0, 4);
  block.writeUInt16BE(block.readUInt16BE(8) ^ Math.floor(index / 2 ** 32), 8);
  block.writeUInt32BE((block.readUInt32BE(10) ^ (index % 2 ** 32)) >>> 0, 10);
  return block;
}

/** RFC 7714 sections 8.1 and 9.1: two empty bytes, the source, and the index in six. */
function nonce({ keys, ssrc, index }: Sealing): Buffer {
  const block = Buffer.alloc(12);
  block.writeUInt32BE(ssrc, 2);
  block.writeUIntBE(index, 6, 6);
  return Buffer.from(block.map((byte, at) => byte ^ (keys.salt[at] ?? 0)));
}

function authenticate({ authentication }: SessionKeys, parts: readonly Buffer[], length: number): Buffer {
  const hmac = createHmac('sha1', authentication);
  for (const part of parts) hmac.update(part);
  return hmac.digest().subarray(0, length);
}
