import type { Core, Inviter, URI, UserAgent } from 'sip.js';
import type { Clock } from '../clock';
import { secondsIn } from '../seconds';
import { statusFromFar } from '../sip-js-fixes/answer-from-far';
import { hearResponses } from '../sip-js-fixes/hear-responses';

/** `status` null where no server answered; `retryAfter` in seconds. Called once. */
export type Answered = (status: number | null, retryAfter: number | null) => void;

/** By OPTIONS (RFC 3261, 11), which a server answers for the phone, or lets through to it. */
export function askByOptions(userAgent: UserAgent, target: URI, answered: Answered): void {
  const core = userAgent.userAgentCore;
  const self = userAgent.configuration.uri;
  const headers = ['Accept: application/sdp'];
  const message = core.makeOutgoingRequestMessage('OPTIONS', target, self, target, {}, headers);
  const tell = ({ message: response }: Core.IncomingResponse): void =>
    answered(statusFromFar(response), retryAfterOf(response));
  core.request(message, { onAccept: tell, onRedirect: tell, onReject: tell });
}

/** Milliseconds in which anything must have been heard, and, after our CANCEL, the end of it. */
const TIMEOUT_MS = 32_000;
const CANCEL_TIMEOUT_MS = 4000;

/**
 * A call that nobody is to take: it is cancelled at the first sign that a phone rings.
 *
 *     asking --180, 183--> cancelling --487, or silence--> told as 180
 *       |                      '--2xx: somebody was faster; hung up--> told as 200
 *       |--2xx: hung up----------------------------------------------> told as 200
 *       '--refusal, or silence---------------------------------------> told as it is
 */
export function askByInvite(inviter: Inviter, clock: Clock, answered: Answered): void {
  let rang = false;
  let told = false;
  const tell: Answered = (status, retryAfter) => {
    if (told) return;
    told = true;
    cancelPatience();
    answered(status, retryAfter);
  };
  // SIP.js hangs up by itself a call that it was told to cancel, and that is connected all the same.
  const giveUp = (): void => {
    inviter.cancel().catch(() => {});
  };
  let cancelPatience = clock.after(TIMEOUT_MS, () => {
    tell(null, null);
    giveUp();
  });
  const heard = (status: number, message: Core.IncomingResponseMessage): void => {
    if (status >= 300) {
      tell(rang ? 180 : status, rang ? null : retryAfterOf(message));
    } else if (status >= 200) {
      tell(200, null);
      giveUp();
    } else if ((status === 180 || status === 183) && !rang) {
      rang = true;
      giveUp();
      cancelPatience();
      cancelPatience = clock.after(CANCEL_TIMEOUT_MS, () => tell(180, null));
    }
  };
  const unheard = ({ message }: Core.IncomingResponse): void => {
    if (statusFromFar(message) === null) tell(rang ? 180 : null, null);
  };
  inviter
    .invite({ requestDelegate: { onReject: unheard } })
    .then((request) => hearResponses(request, heard))
    .catch(() => tell(null, null));
}

const retryAfterOf = (message: Core.IncomingResponseMessage): number | null =>
  secondsIn(message.getHeader('retry-after'));
