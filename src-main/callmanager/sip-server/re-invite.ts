import { Core } from 'sip.js';
import { relayedBody } from './bodies';
import type { CallLeg } from './call-leg';

/**
 * Carries a re-INVITE (hold, resume) from one phone of a call to the other, and the answer back.
 *
 * ```
 *  asking                    us                      asked
 *    │── INVITE, offer ─────►│── INVITE, offer ───────►│
 *    │◄──── 200, answer ─────│◄──────── 200, answer ───│
 *    │── ACK ───────────────►│── ACK ─────────────────►│
 * ```
 * Without an offer in the INVITE, the 200 carries the offer and the ACK the answer.
 *
 * @param onHold told, once it is so, whether the asking phone keeps the other on hold
 */
export function relayReInvite(
  request: Core.IncomingInviteRequest,
  asking: CallLeg,
  asked: CallLeg,
  onHold: (on: boolean) => void,
): void {
  if (asked.over) {
    request.reject({ statusCode: 481 });
    return;
  }
  const outgoing = forward(request, asking, asked, onHold);
  if (!outgoing) {
    // RFC 3261 section 14.2: a re-INVITE that meets another one on its way is answered with 491 Request Pending.
    request.reject({ statusCode: 491 });
    return;
  }
  request.delegate = { onCancel: () => outgoing.cancel() };
}

function forward(
  request: Core.IncomingInviteRequest,
  asking: CallLeg,
  asked: CallLeg,
  onHold: (on: boolean) => void,
): Core.OutgoingInviteRequest | undefined {
  const refuse = ({ message }: Core.IncomingResponse) => {
    if (asking.over) return;
    const retryAfter = message.getHeader('retry-after');
    const statusCode = Math.max(message.statusCode ?? 488, 400);
    request.reject({ statusCode, ...(retryAfter && { extraHeaders: [`Retry-After: ${retryAfter}`] }) });
  };
  try {
    return asked.session.invite(
      {
        onAccept: (response) => {
          accept(request, response, asking, asked);
          const offer = Core.getBody(request.message)?.content;
          if (offer !== undefined) onHold(isHold(offer));
        },
        onRedirect: refuse,
        onReject: refuse,
      },
      { ...relayedBody(request.message), extraHeaders: [`Contact: ${asked.connection.contact}`] },
    );
  } catch {
    // SIP.js allows one re-INVITE at a time in a dialog and throws at the second.
    return undefined;
  }
}

function accept(
  request: Core.IncomingInviteRequest,
  response: Core.AckableIncomingResponseWithSession,
  asking: CallLeg,
  asked: CallLeg,
): void {
  const answerComesWithAck = response.session.signalingState === Core.SignalingState.HaveRemoteOffer;
  if (asking.over || !answerComesWithAck) response.ack();
  if (asking.over) return;
  if (answerComesWithAck) {
    asking.whenAcknowledged((body) => {
      if (!asked.over) response.ack(body && { body });
    });
  }
  request.accept({
    statusCode: 200,
    ...relayedBody(response.message),
    // RFC 3261 section 12.1.1: the 200 to an INVITE has a Contact; SIP.js leaves it to us here.
    extraHeaders: [`Contact: ${asking.connection.contact}`],
  });
}

/** RFC 3264, 8.4: "placing a unicast stream on hold … the offer marks the stream as sendonly", or as inactive. */
const isHold = (offer: string): boolean => /^a=(sendonly|inactive)\s*$/m.test(offer);
