import type { Core } from 'sip.js';
import { statusFromFar } from './answer-from-far';

/** What a response says, without the parts that are SIP.js's own affair. */
export type HeardResponse = (status: number, message: Core.IncomingResponseMessage) => void;

/**
 * Hears every response above 100 that a server gives to an INVITE, before SIP.js acts on it. Its `requestDelegate`
 * will not do: it speaks of a 2xx after the call is connected, and of none that comes after a CANCEL. A challenge
 * that is met with a password is no answer and is not heard. It may go when a delegate of the Inviter hears each response as it comes.
 */
export function hearResponses(request: Core.OutgoingInviteRequest, heard: HeardResponse): void {
  const before = request.delegate;
  const hear = ({ message }: Core.IncomingResponse): void => {
    const status = statusFromFar(message);
    if (status !== null) heard(status, message);
  };
  request.delegate = {
    ...before,
    onProgress: (response) => {
      hear(response);
      before?.onProgress?.(response);
    },
    onAccept: (response) => {
      hear(response);
      before?.onAccept?.(response);
    },
    onRedirect: (response) => {
      hear(response);
      before?.onRedirect?.(response);
    },
    onReject: (response) => {
      hear(response);
      before?.onReject?.(response);
    },
  };
}
