/** What the line page may have, each with its reason. Everything else is refused, and so is every other page. */
const GRANTED: ReadonlyMap<string, string> = new Map([
  ['media', 'the microphone of a call'],
  ['speaker-selection', 'to ring on another device than the voice'],
  // Chromium asks from 142 on, and in two parts from 145 on.
  ['local-network-access', 'the SIP server of a company, and the phones themselves'],
  ['local-network', 'the SIP server of a company'],
  ['loopback-network', 'the demo cluster, and the voice between two phones of one machine'],
]);

/**
 * @param permission as Electron names it
 * @param media what is to be taken up, `audio` or `video`: of `media`, audio alone is granted
 * @returns the line page may have it
 */
export function isGranted(permission: string, media: readonly string[]): boolean {
  if (!GRANTED.has(permission)) return false;
  return permission !== 'media' || (media.length > 0 && media.every((kind) => kind === 'audio'));
}
