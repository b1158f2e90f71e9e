/**
 * How the question for a WebSocket ended where it did not succeed.
 *
 * - `status`     an HTTP answer other than 101 (RFC 6455, 4.1)
 * - `protocol`   a WebSocket, but not for SIP: the sub-protocol "sip" (RFC 7118, 4.1) was not chosen
 * - `noHttp`     an answer that is no HTTP
 * - `closed`     no answer, the connection closed
 */
export type WebSocketTrouble =
  | { readonly kind: 'status'; readonly status: number; readonly location: string | null }
  | { readonly kind: 'protocol' | 'noHttp' | 'closed' };

export function webSocketWords(server: string, path: string, trouble: WebSocketTrouble): string {
  switch (trouble.kind) {
    case 'status':
      return `${statusWords(server, path, trouble.status, trouble.location)} (HTTP ${trouble.status})`;
    case 'protocol':
      return `There is a WebSocket server at ${server}${path}, but not one for SIP. Check the path in the WebSocket address.`;
    case 'noHttp':
      return `${server} answers, but is no WebSocket server. The port may be the one for other SIP phones. Check the WebSocket address.`;
    case 'closed':
      return `${server} closed the connection when it was asked for a WebSocket. Check the port in the WebSocket address.`;
  }
}

function statusWords(server: string, path: string, status: number, location: string | null): string {
  const where = path === '/' ? 'a path may be missing, like /ws' : `check the path ${path}`;
  if (status >= 300 && status < 400)
    return `The server sends us on${location ? ` to ${location}` : ''}, which SIP clients do not follow. Ask for the address to use.`;
  if (status === 401 || status === 407)
    return `The web server at ${server} wants a password of its own. Ask its administrator.`;
  if (status === 403)
    return 'The server refuses clients like this one: it may allow only certain web sites ("origins"; ours is app://line) or networks. Ask its administrator.';
  if (status === 404 || status === 405) return `There is no WebSocket at this address: ${where}.`;
  if (status === 400 || status === 426)
    return 'The server, or a proxy before it, does not take it for the beginning of a WebSocket. Ask its administrator.';
  if (status === 502 || status === 503 || status === 504)
    return 'A proxy answered, but the SIP server behind it did not. Try again later, or ask the administrator.';
  if (status >= 500) return 'The server has an error of its own. Ask its administrator.';
  return `${server} is a web server, but no WebSocket server: ${where}.`;
}

export const noWebSocketWords = (server: string): string =>
  `${server} takes the connection and then says nothing. Check the port in the WebSocket address.`;
