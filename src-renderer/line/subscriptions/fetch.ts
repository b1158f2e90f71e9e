import type { UserAgent } from 'sip.js';
import type { Cancel, Clock } from '../clock';
import { afterTermination, type Refusal } from './next-step';
import { type Notice, SipSubscription, type Wanted } from './sip-subscription';
import type { SubscriptionEvents } from './subscription';

/** Milliseconds for the answer: whoever asks once is waiting for it. */
const TIMEOUT_MS = 8000;

/** Seconds. More than servers want at least, and soon over should the end of it get lost. */
const A_WHILE = 60;

/**
 * Asks once how a line stands: a SUBSCRIBE that expires at once (RFC 6665, 4.4.3), and its one NOTIFY, which most
 * servers mark as `terminated`.
 *
 *     asking --NOTIFY--> over
 *       |  '--refused, lost, or 8 s without an answer--> over, told as `refused`
 *       '--400 or 423--> asking, now for a minute, and leaving with the first NOTIFY
 *
 * The second way is for servers that take no SUBSCRIBE of no duration: Asterisk answers it with 400.
 */
export class Fetch {
  #asked: SipSubscription;
  readonly #cancelPatience: Cancel;
  #active = false;
  #over = false;

  readonly #userAgent: UserAgent;
  readonly #wanted: Omit<Wanted, 'expires'>;
  readonly #clock: Clock;
  readonly #events: SubscriptionEvents;
  readonly #onOver: () => void;

  /** @param onOver the last thing it says */
  constructor(
    userAgent: UserAgent,
    wanted: Omit<Wanted, 'expires'>,
    clock: Clock,
    events: SubscriptionEvents,
    onOver: () => void,
  ) {
    this.#userAgent = userAgent;
    this.#wanted = wanted;
    this.#clock = clock;
    this.#events = events;
    this.#onOver = onOver;
    this.#asked = this.#ask(0, ({ status }) => {
      if (status === 400 || status === 423)
        this.#asked = this.#ask(A_WHILE, (again) => this.#refuse(again.status, null));
      else this.#refuse(status, null);
    });
    this.#cancelPatience = clock.after(TIMEOUT_MS, () => this.lose());
  }

  /** Nobody wants to know any more. */
  end(): void {
    if (this.#over) return;
    this.#finish();
  }

  /** No answer will come. */
  lose(): void {
    this.#refuse(null, null);
  }

  #ask(expires: number, onRefused: (refusal: Refusal) => void): SipSubscription {
    return new SipSubscription(this.#userAgent, { ...this.#wanted, expires }, this.#clock, {
      onAccepted: () => this.#tellActive(),
      onNotified: (notice) => this.#notified(notice),
      onRefused: (refusal) => {
        if (!this.#over) onRefused(refusal);
      },
      onDisordered: () => {},
    });
  }

  #notified(notice: Notice): void {
    if (this.#over) return;
    const isRefusal = notice.state === 'terminated' && afterTermination(notice).kind === 'refused';
    if (isRefusal && notice.body === '') {
      this.#refuse(null, notice.reason);
      return;
    }
    this.#tellActive();
    this.#events.onNotified(notice.contentType, notice.body);
    this.#finish();
  }

  #refuse(status: number | null, reason: string | null): void {
    if (this.#over) return;
    this.#events.onState('refused', status, reason);
    this.#finish();
  }

  #tellActive(): void {
    if (this.#active || this.#over) return;
    this.#active = true;
    this.#events.onState('active', null, null);
  }

  #finish(): void {
    this.#over = true;
    this.#cancelPatience();
    // A server that has made a lasting subscription of it after all is told that it may go.
    this.#asked.end();
    this.#onOver();
  }
}
