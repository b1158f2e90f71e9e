import { Core } from 'sip.js';

/** The body of a message as an option of the message that relays it: nothing where there is none. */
export function relayedBody(message: Core.IncomingRequestMessage | Core.IncomingResponseMessage): {
  readonly body?: Core.Body;
} {
  const body = Core.getBody(message);
  return body ? { body } : {};
}

/** What a caller wishes of the called phone: how it shall ring, and whether it shall be answered at once (RFC 5373). */
const WISHES = ['Alert-Info', 'Answer-Mode', 'Call-Info', 'Priv-Answer-Mode'];

/** Those headers of an INVITE as they came, for the INVITE that takes its place. */
export const wishesOf = (message: Core.IncomingRequestMessage): readonly string[] =>
  WISHES.flatMap((name) => message.getHeaders(name).map((value) => `${name}: ${value}`));
