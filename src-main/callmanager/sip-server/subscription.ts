import type { Core, URI } from 'sip.js';
import type { Connection } from './connection';

/** Makes a document of a package. @param version of this subscription's documents: it begins at 0 and rises by one */
export type Write = (entity: string, version: number) => string;

/** What a SUBSCRIBE says of the subscription that it opens. */
export interface SubscriptionTerms {
  readonly connection: Connection;
  /** The phone that watches. */
  readonly device: string;
  readonly packageName: string;
  readonly contentType: string;
  /** The number that is watched, and its address. */
  readonly number: string;
  readonly entity: string;
  /** The value of the Event header: the package, with the watcher's own id if it gave one. */
  readonly event: string;
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly localUri: URI;
  readonly remoteUri: URI;
  readonly remoteTarget: URI;
}

/**
 * One watcher of one number, as the notifier sees it (RFC 6665 section 4.2).
 *
 * ```
 *  SUBSCRIBE ──► active ──── refresh ───┐
 *                  │  ▲─────────────────┘
 *                  └─ Expires: 0, expiry, NOTIFY refused, socket closed ──► terminated
 * ```
 */
export class Subscription {
  readonly terms: SubscriptionTerms;
  /** CSeq of the last SUBSCRIBE. */
  remoteSequence: number;
  expiresAt = 0;
  stopTimer: () => void = () => {};
  #localSequence = 0;
  #version = 0;

  constructor(terms: SubscriptionTerms, remoteSequence: number) {
    this.terms = terms;
    this.remoteSequence = remoteSequence;
  }

  /**
   * Tells the watcher how the number stands.
   *
   * @param state value of the Subscription-State header
   * @param onRefused the watcher does not want to be told any more
   */
  notify(state: string, write: Write, onRefused: () => void): void {
    const { connection, entity, event, contentType, callId, localTag, remoteTag, localUri, remoteUri, remoteTarget } =
      this.terms;
    if (connection.closed) return;
    this.#localSequence += 1;
    // RFC 4235 section 4.1: versions start at 0 and rise by one with each new document sent to a subscriber.
    const content = write(entity, this.#version);
    this.#version += 1;
    const message = connection.core.makeOutgoingRequestMessage(
      'NOTIFY',
      remoteTarget,
      localUri,
      remoteUri,
      { callId, cseq: this.#localSequence, fromTag: localTag, toTag: remoteTag },
      [`Event: ${event}`, `Subscription-State: ${state}`, `Contact: ${connection.contact}`],
      { contentDisposition: 'render', contentType, content },
    );
    connection.core.request(message, { onReject: (response) => lasting(response) && onRefused() });
  }
}

/** RFC 6665 section 4.2.2: a refused NOTIFY ends the subscription, unless the watcher is only unable to take it now. */
function lasting({ message }: Core.IncomingResponse): boolean {
  const status = message.statusCode ?? 0;
  return status < 500 || status >= 600;
}
