/** Scheme, host, port, transport: RFC 7064 and RFC 7065. Chromium places no call at all with an address that it cannot read. */
const ADDRESS = /^(stuns?|turns?):([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?(\?transport=(udp|tcp))?$/i;

export const isTurn = (url: string): boolean => /^turns?:/i.test(url);

/** What is wrong with a STUN or TURN server, in words for the user, or null. */
export function iceServerProblem({
  url,
  username,
}: {
  readonly url: string;
  readonly username: string;
}): string | null {
  const parts = ADDRESS.exec(url);
  const fits = parts !== null && (isTurn(url) || parts[4] === undefined);
  if (!fits) return 'Type an address like stun:example.org:3478 or turn:example.org:3478?transport=tcp.';
  if (isTurn(url) && username === '') return 'A TURN server needs a user name.';
  return username.length > 256 ? 'This is longer than the 256 letters that a user name may have.' : null;
}
