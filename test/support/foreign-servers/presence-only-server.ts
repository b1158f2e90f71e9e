import type { SipMessage } from '../sip-peer/sip-message.ts';
import type { SipPeer } from '../sip-peer/sip-peer.ts';
import { LineServer } from './line-server.ts';

/** A server that knows presence and no dialogs: it refuses those with 489, as RFC 6665 has it for a package that it does not know. */
export class PresenceOnlyServer {
  readonly #line: LineServer;

  /** @param document what a new subscriber is told */
  constructor(peer: SipPeer, document: string) {
    this.#line = new LineServer(peer, {
      dialog: () => ({ status: 489, headers: ['Allow-Events: presence'] }),
      presence: () => document,
    });
  }

  /** Another state of the line. */
  tell(document: string): Promise<SipMessage> {
    return this.#line.tell('presence', document);
  }
}
