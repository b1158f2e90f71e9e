/** The address of a WebSocket server, or null where the text is none: ws:// or wss://, and neither credentials nor fragment. */
export function readServerAddress(server: string): URL | null {
  try {
    const url = new URL(server.trim());
    const plain = url.username === '' && url.password === '' && url.hash === '';
    return plain && (url.protocol === 'ws:' || url.protocol === 'wss:') ? url : null;
  } catch {
    return null;
  }
}

/** True where everybody on the way can read along: ws:// to another machine. */
export function travelsInClear(server: string): boolean {
  const url = readServerAddress(server);
  return url !== null && url.protocol === 'ws:' && !isLoopback(url.hostname);
}

/** RFC 6761, 6.3 for the name, RFC 5735, 3 and RFC 4291, 2.5.3 for the addresses. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
