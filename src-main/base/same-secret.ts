import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in a time that tells nothing of where the two differ, nor of how long the wanted one is. */
export function isSameSecret(given: string, wanted: string): boolean {
  const fingerprint = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(fingerprint(given), fingerprint(wanted));
}
