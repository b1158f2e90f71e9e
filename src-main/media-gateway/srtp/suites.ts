/** How SRTP is sealed: RFC 4568 section 6.2, RFC 6188, RFC 7714. Lengths in bytes. */
export interface Suite {
  readonly key: number;
  readonly salt: number;
  /** Of AES for packets and, in counter mode, for the derivation of keys. */
  readonly aes: 128 | 256;
  readonly mode: 'counter' | 'gcm';
  /** How much of the authentication is sent with RTP, and with RTCP. */
  readonly rtpTag: number;
  readonly rtcpTag: number;
}

/** By the names of SDP, what is strongest first; the fourth is the one that every phone has. */
export const SUITES = {
  AEAD_AES_256_GCM: { key: 32, salt: 12, aes: 256, mode: 'gcm', rtpTag: 16, rtcpTag: 16 },
  AEAD_AES_128_GCM: { key: 16, salt: 12, aes: 128, mode: 'gcm', rtpTag: 16, rtcpTag: 16 },
  AES_256_CM_HMAC_SHA1_80: { key: 32, salt: 14, aes: 256, mode: 'counter', rtpTag: 10, rtcpTag: 10 },
  AES_CM_128_HMAC_SHA1_80: { key: 16, salt: 14, aes: 128, mode: 'counter', rtpTag: 10, rtcpTag: 10 },
  AES_256_CM_HMAC_SHA1_32: { key: 32, salt: 14, aes: 256, mode: 'counter', rtpTag: 4, rtcpTag: 10 },
  AES_CM_128_HMAC_SHA1_32: { key: 16, salt: 14, aes: 128, mode: 'counter', rtpTag: 4, rtcpTag: 10 },
} as const satisfies Readonly<Record<string, Suite>>;

export type SuiteName = keyof typeof SUITES;

const NAMES = new Set<string>(Object.keys(SUITES));

/** Names are not case-sensitive everywhere. @returns null where it is none of ours */
export function suiteNamed(name: string): SuiteName | null {
  const known = name.toUpperCase();
  return isSuite(known) ? known : null;
}

const isSuite = (name: string): name is SuiteName => NAMES.has(name);

/** Master key and salt in one, as SDES carries them. */
export const keyLength = (suite: SuiteName): number => SUITES[suite].key + SUITES[suite].salt;
