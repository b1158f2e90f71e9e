/** What Chromium shall not do, by the names that it has for it, each group with its reason. */
const DISABLED: readonly string[] = [
  // Two phones of one machine reach each other by their plain addresses: a name of multicast DNS would be asked for on the network.
  'WebRtcHideLocalIpsWithMdns',
  // The keyboard's media keys belong to the music player, not to a call.
  'HardwareMediaKeyHandling',
  'MediaSessionService',
  // Our own page reaches the SIP server, on loopback and in the company's network, and has nobody to ask. Electron disables the
  // first of these today: an Electron that does not must not silence every phone. Older Chromium knows none of them.
  'LocalNetworkAccessChecks',
  'LocalNetworkAccessChecksWebSockets',
  'LocalNetworkAccessChecksWebRTC',
];

/** The value for `--disable-features`. @param given what stands on the command line: Chromium takes one list, so ours joins it */
export function disabledFeatures(given: string): string {
  const names = given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set([...names, ...DISABLED])].join(',');
}
