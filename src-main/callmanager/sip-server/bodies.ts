import { Core } from 'sip.js';

/** The body of a message as an option of the message that relays it: nothing where there is none. */
export function relayedBody(message: Core.IncomingRequestMessage | Core.IncomingResponseMessage): {
  readonly body?: Core.Body;
} {
  const body = Core.getBody(message);
  return body ? { body } : {};
}
