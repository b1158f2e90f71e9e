import type { Core, URI, UserAgent } from 'sip.js';
import type { EventPackage } from '../../../src-main/contract/subscription-port';
import type { Clock } from '../clock';
import { secondsIn } from '../seconds';
import { statusFromFar } from '../sip-js-fixes/answer-from-far';
import { keepInOrder } from '../sip-js-fixes/in-order';
import type { Refusal } from './next-step';
import { parseSubscriptionState, type SubscriptionState } from './subscription-state';

export interface Notice extends SubscriptionState {
  /** Empty where there is no body. */
  readonly contentType: string;
  readonly body: string;
}

export interface SipSubscriptionEvents {
  /** The server said 2xx. @param expires seconds that it grants, null where it does not say */
  onAccepted(expires: number | null): void;
  /** Refused, or no answer to SUBSCRIBE, or no NOTIFY after it. The last event. */
  onRefused(refusal: Refusal): void;
  /** The last event where its state is `terminated`. */
  onNotified(notice: Notice): void;
  /** A NOTIFY came that is older than the last one. */
  onDisordered(): void;
}

export interface Wanted {
  readonly target: URI;
  readonly event: EventPackage;
  /** Seconds; 0 asks for the state once (RFC 6665, 4.4.3). */
  readonly expires: number;
}

const ACCEPTED: Readonly<Record<EventPackage, string>> = {
  dialog: 'application/dialog-info+xml',
  presence: 'application/pidf+xml',
  'call-completion': 'application/call-completion',
  'message-summary': 'application/simple-message-summary',
};

/** Seconds that a subscription lasts at most where the server has not said. */
const LONGEST = 3600;

/** Milliseconds that a server may take for the last NOTIFY after we have unsubscribed: timer N of RFC 6665. */
const LAST_WORD = 32_000;

/**
 * One subscription of SIP: one Call-ID, one SUBSCRIBE, one dialog, never refreshed. Not SIP.js's Subscriber, which
 * keeps the status of a refusal to itself, takes the seconds of `retry-after` for milliseconds, and refreshes without
 * Accept over a route that not every proxy records.
 *
 *     open --end--> ending --first NOTIFY, which has the dialog in which to unsubscribe--> over
 *      '--refused, silent, terminated, end (with a dialog), abandon--> over
 *
 * It tells nothing any more once it is ending or over; a NOTIFY is answered as long as it can come.
 */
export class SipSubscription {
  #phase: 'open' | 'ending' | 'over' = 'open';
  #dialog: Core.Subscription | null = null;
  #granted: number | null = null;

  readonly #clock: Clock;
  readonly #events: SipSubscriptionEvents;

  /** Sends the SUBSCRIBE. No event comes before it returns. */
  constructor(userAgent: UserAgent, { target, event, expires }: Wanted, clock: Clock, events: SipSubscriptionEvents) {
    this.#clock = clock;
    this.#events = events;
    const core = userAgent.userAgentCore;
    const self = userAgent.configuration.uri;
    const message = core.makeOutgoingRequestMessage('SUBSCRIBE', target, self, target, {}, [
      // The bare name: SIP.js compares it with the NOTIFY's as text, and with a parameter would refuse each one.
      `Event: ${event}`,
      `Expires: ${expires}`,
      `Accept: ${ACCEPTED[event]}`,
      `Contact: ${userAgent.contact}`,
      // No Allow-Events: it lists what a user agent notifies of itself (RFC 6665, 8.2.2), and we do not.
      'Allow: ACK, BYE, CANCEL, INFO, INVITE, NOTIFY, OPTIONS',
    ]);
    const refused = ({ message: response }: Core.IncomingResponse): void => this.#refused(refusalOf(response));
    core.subscribe(message, {
      onAccept: ({ message: response }) => {
        this.#granted = secondsIn(response.getHeader('expires'));
        if (this.#phase === 'open') events.onAccepted(this.#granted);
      },
      onReject: refused,
      onRedirect: refused,
      onNotify: ({ request, subscription }) => this.#began(request, subscription),
      onNotifyTimeout: () => this.#refused({ status: null, retryAfter: null, minExpires: null }),
    });
  }

  /** Seconds that the server granted when it accepted; null where it has not, or did not say. */
  get granted(): number | null {
    return this.#granted;
  }

  /** Tells the server that it is over, now, or as soon as there is a dialog to tell it in. */
  end(): void {
    if (this.#phase !== 'open') return;
    this.#phase = 'ending';
    if (this.#dialog !== null) this.#unsubscribe(this.#dialog);
  }

  /**
   * Another one has taken its place, and it is left to run out. To end it would end the other one too where a server tells
   * them apart by the tag in To alone, and gives both the same: Kamailio does, unless told otherwise.
   */
  lapse(): void {
    this.#phase = 'over';
    const dialog = this.#dialog;
    if (dialog !== null) this.#clock.after((this.#granted ?? LONGEST) * 1000 + LAST_WORD, () => dialog.dispose());
  }

  /** Its connection is gone: there is nobody to tell. */
  abandon(): void {
    this.#phase = 'over';
  }

  #began(request: Core.IncomingNotifyRequest, dialog: Core.Subscription | undefined): void {
    this.#dialog = dialog ?? null;
    if (dialog !== undefined) {
      dialog.delegate = { onNotify: (next) => this.#notified(next) };
      keepInOrder(dialog, request.message.cseq, () => {
        if (this.#phase === 'open') this.#events.onDisordered();
      });
    }
    this.#notified(request);
    if (dialog !== undefined && this.#phase === 'ending') this.#unsubscribe(dialog);
  }

  #notified(request: Core.IncomingNotifyRequest): void {
    // With a delegate of our own, SIP.js leaves the answer to us.
    request.accept();
    if (this.#phase !== 'open') return;
    const { message } = request;
    const state = parseSubscriptionState(message.getHeader('subscription-state') ?? '');
    if (state.state === 'terminated') this.#phase = 'over';
    this.#events.onNotified({ ...state, contentType: message.getHeader('content-type') ?? '', body: message.body });
  }

  #refused(refusal: Refusal): void {
    const wasOpen = this.#phase === 'open';
    this.#phase = 'over';
    if (wasOpen) this.#events.onRefused(refusal);
  }

  #unsubscribe(dialog: Core.Subscription): void {
    this.#phase = 'over';
    try {
      dialog.unsubscribe();
    } catch {
      // The server has ended it in the same moment.
    }
    // Where the server keeps its last NOTIFY to itself, SIP.js would keep the dialog for ever.
    this.#clock.after(LAST_WORD, () => dialog.dispose());
  }
}

function refusalOf(message: Core.IncomingResponseMessage): Refusal {
  return {
    status: statusFromFar(message),
    retryAfter: secondsIn(message.getHeader('retry-after')),
    minExpires: secondsIn(message.getHeader('min-expires')),
  };
}
