import { Core } from 'sip.js';
import { relayedBody } from './bodies';
import type { CallLeg } from './call-leg';
import type { Connection } from './connection';
import { relayReInvite } from './re-invite';
import { type FindTarget, relayRefer, relayReferNotify } from './transfer';

export interface BridgePorts {
  onEnd(): void;
  readonly findTarget: FindTarget;
  onHold(leg: CallLeg, on: boolean): void;
}

/** Joins the two legs of an answered call: what one phone asks, the other is asked, until one of them hangs up. */
export class Bridge {
  readonly legs: readonly [CallLeg, CallLeg];
  readonly #onEnd: () => void;
  readonly #findTarget: FindTarget;
  readonly #onHold: (leg: CallLeg, on: boolean) => void;
  /** Those that have asked for a transfer, and are told how it goes. */
  readonly #transferors = new Set<CallLeg>();

  /**
   * @param onEnd called as soon as the call is over, before anything of it is sent
   * @param onHold a phone keeps the other on hold, or does so no more
   */
  constructor(one: CallLeg, other: CallLeg, { onEnd, findTarget, onHold }: BridgePorts) {
    this.legs = [one, other];
    this.#onEnd = onEnd;
    this.#findTarget = findTarget;
    this.#onHold = onHold;
    one.session.delegate = this.#delegate(one, other);
    other.session.delegate = this.#delegate(other, one);
  }

  connectionLost(connection: Connection): void {
    if (this.legs.some((leg) => leg.connection === connection)) this.hangUp();
  }

  hangUp(): void {
    this.#onEnd();
    for (const leg of this.legs) leg.hangUp();
  }

  #refer(request: Core.IncomingReferRequest, near: CallLeg, far: CallLeg): void {
    const referredBy = near.session.remoteURI.toString();
    // The first NOTIFY may be faster than the answer.
    this.#transferors.add(near);
    if (!relayRefer(request, { asked: far, referredBy, findTarget: this.#findTarget })) this.#transferors.delete(near);
  }

  #delegate(near: CallLeg, far: CallLeg): Core.SessionDelegate {
    return {
      onBye: (request) => {
        near.ended();
        this.#onEnd();
        request.accept();
        far.hangUp();
      },
      onAck: ({ message }) => near.acknowledged(Core.getBody(message)),
      onAckTimeout: () => {
        this.#onEnd();
        near.neverAcknowledged();
        far.hangUp();
      },
      onInvite: (request) => relayReInvite(request, near, far, (on) => this.#onHold(near, on)),
      onInfo: (request) => relay(request, far, (delegate, options) => far.session.info(delegate, options)),
      onMessage: (request) => relay(request, far, (delegate, options) => far.session.message(delegate, options)),
      onRefer: (request) => this.#refer(request, near, far),
      // We subscribe to nothing but what a REFER brings with it, and send no provisional response reliably.
      onNotify: (request) => {
        if (this.#transferors.has(far)) relayReferNotify(request, far);
        else request.reject({ statusCode: 481 });
      },
      onPrack: (request) => request.reject({ statusCode: 481 }),
    };
  }
}

type Send = (delegate: Core.OutgoingRequestDelegate, options: Core.RequestOptions) => void;

/** Carries a request that changes nothing of the call itself to the other phone, and its answer back. */
function relay(request: Core.IncomingRequest, far: CallLeg, send: Send): void {
  if (far.over) {
    request.reject({ statusCode: 481 });
    return;
  }
  const packageName = request.message.getHeader('info-package');
  send(
    {
      onAccept: ({ message }) => request.accept({ statusCode: message.statusCode ?? 200, ...relayedBody(message) }),
      onReject: ({ message }) => request.reject({ statusCode: message.statusCode ?? 480 }),
      onRedirect: () => request.reject({ statusCode: 480 }),
    },
    {
      ...relayedBody(request.message),
      // RFC 6086 section 4.2.1: an INFO says which package it belongs to.
      ...(packageName && { extraHeaders: [`Info-Package: ${packageName}`] }),
    },
  );
}
