import type { IncomingHttpHeaders } from 'node:http';

/** Where our own line page comes from: the app's own scheme, which no web page has. */
export const OWN_ORIGIN = 'app://line';

export interface Refusal {
  readonly status: 400 | 403;
  readonly reason: string;
}

/**
 * Why a WebSocket's handshake is refused; null = it is not. Every page in every browser of this machine can send one.
 *
 * A browser always sends an Origin with it (RFC 6455 section 4.1). A handshake without one is a program's, unless it shows
 * a browser's other marks: then somebody has taken the Origin away.
 */
export function refusalOf(headers: IncomingHttpHeaders, origins: readonly string[]): Refusal | null {
  // A name of the attacker's that leads to this machine (DNS rebinding) stands in Host as the page has it.
  if (!isLoopback(headers.host)) return { status: 403, reason: 'Wrong host' };
  const { origin } = headers;
  if (origin === undefined ? isBrowser(headers) : !origins.includes(origin))
    return { status: 403, reason: 'Wrong origin' };
  return offersSip(headers['sec-websocket-protocol']) ? null : { status: 400, reason: 'SIP only' };
}

/** Whatever the port: one that speaks TLS for us has another. */
const isLoopback = (host: string | undefined): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');

const isBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers['user-agent']?.startsWith('Mozilla/') === true ||
  headers.cookie !== undefined ||
  Object.keys(headers).some((name) => name.startsWith('sec-fetch-'));

/** RFC 7118 section 4.1: the client "MUST include the value "sip" in the Sec-WebSocket-Protocol header". */
const offersSip = (protocols: string | undefined): boolean =>
  (protocols ?? '').split(',').some((protocol) => protocol.trim().toLowerCase() === 'sip');
