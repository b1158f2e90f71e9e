import type { URI, UserAgent } from 'sip.js';
import { missingCase } from '../../../src-main/base/missing-case';
import type { EventPackage } from '../../../src-main/contract/subscription-port';
import { backOffDelay, REFUSED, WATCH } from '../back-off';
import type { Cancel, Clock } from '../clock';
import { afterRefusal, afterTermination, type NextStep, type Refusal } from './next-step';
import { type Notice, SipSubscription } from './sip-subscription';
import { Term } from './term';

export interface SubscriptionEvents {
  onState(state: 'active' | 'lost' | 'refused', status: number | null, reason: string | null): void;
  onNotified(contentType: string, body: string): void;
}

/** Milliseconds that a subscription must last before the next loss counts as a first one again. */
const STABLE = 30_000;

interface Tools {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
}

/**
 * Watches somebody, over as many subscriptions of SIP as it takes.
 *
 *     waiting --line registered, or back-off over--> asking --2xx or NOTIFY--> active <--its NOTIFY--> renewing
 *       ^                                              |                         |                        |
 *       '--line lost; refused or ended for a time------'-------------------------'--current one is over --'
 *
 *     any --refused or ended for good--> over      any --end--> over
 *
 * It is renewed by another subscription before the current one runs out, which goes on telling until the new one
 * does: the switch is seen as `active` and a notification, never as a loss. (A refresh within the dialog goes the
 * way that the NOTIFY has recorded, which is no way at all behind proxies that record none.)
 */
export class Subscription {
  #userAgent: UserAgent | null = null;
  /** The one that is told of. */
  #current: SipSubscription | null = null;
  /** The one that is to take its place. */
  #successor: SipSubscription | null = null;
  /** The last one that was told as `active`. */
  #told: SipSubscription | null = null;
  #lost = false;
  #over = false;
  #attempts = 0;
  #cancelRetry: Cancel = () => {};
  #cancelStable: Cancel = () => {};
  readonly #term: Term;

  readonly #target: URI;
  readonly #event: EventPackage;
  #expires: number;
  readonly #tools: Tools;
  readonly #events: SubscriptionEvents;

  constructor(
    target: URI,
    event: EventPackage,
    /** Seconds. */
    expires: number,
    tools: Tools,
    events: SubscriptionEvents,
  ) {
    this.#target = target;
    this.#event = event;
    this.#expires = expires;
    this.#tools = tools;
    this.#events = events;
    this.#term = new Term(tools.clock, {
      onRenewal: () => this.#ask(),
      onExpired: () => this.#expired(),
    });
  }

  /** The line has registered. */
  begin(userAgent: UserAgent): void {
    this.#userAgent = userAgent;
    this.#attempts = 0;
    this.#ask();
  }

  /** The line has no connection. */
  lose(): void {
    if (this.#over) return;
    this.#userAgent = null;
    this.#stopTimers();
    for (const one of [this.#current, this.#successor]) one?.abandon();
    this.#current = null;
    this.#successor = null;
    this.#tellLost(null, null);
  }

  /** Nobody wants to know any more. Tells nothing from now on. */
  end(): void {
    this.#over = true;
    this.#stopTimers();
    for (const one of [this.#current, this.#successor]) one?.end();
  }

  #ask(): void {
    this.#cancelRetry();
    if (this.#userAgent === null || this.#over || this.#successor !== null) return;
    const [target, event, expires] = [this.#target, this.#event, this.#expires];
    const one: SipSubscription = new SipSubscription(this.#userAgent, { target, event, expires }, this.#tools.clock, {
      onAccepted: (granted) => this.#accepted(one, granted),
      onNotified: (notice) => this.#notified(one, notice),
      onRefused: (refusal) => this.#refused(one, refusal),
      onDisordered: () => this.#disordered(one),
    });
    if (this.#current === null) this.#current = one;
    else this.#successor = one;
  }

  #accepted(one: SipSubscription, granted: number | null): void {
    if (one !== this.#current) return;
    this.#tellActive(one);
    this.#term.grant(granted ?? this.#expires);
  }

  #notified(one: SipSubscription, notice: Notice): void {
    const isOver = notice.state === 'terminated';
    // RFC 6665, 4.1.3, pending: somebody has yet to allow it. What such a NOTIFY leaves out is not that there is nothing.
    if (notice.state === 'pending') return;
    if (one === this.#successor && !isOver) this.#succeed(one);
    if (one === this.#current && (!isOver || notice.body !== '')) {
      this.#tellActive(one);
      this.#events.onNotified(notice.contentType, notice.body);
    }
    if (isOver) this.#ended(one, afterTermination(notice), null, notice.reason);
    else this.#term.grant(notice.expires ?? this.#expires);
  }

  #succeed(one: SipSubscription): void {
    this.#current?.lapse();
    this.#current = one;
    this.#successor = null;
    this.#term.begin();
    this.#term.grant(one.granted ?? this.#expires);
  }

  #refused(one: SipSubscription, refusal: Refusal): void {
    this.#ended(one, afterRefusal(refusal, this.#expires), refusal.status, null);
  }

  #ended(one: SipSubscription, next: NextStep, status: number | null, reason: string | null): void {
    const wasCurrent = one === this.#current;
    if (wasCurrent) this.#leaveCurrent();
    else this.#successor = null;
    switch (next.kind) {
      case 'refused':
        this.end();
        this.#events.onState('refused', status, reason);
        break;
      case 'longer':
        this.#expires = next.expires;
        this.#ask();
        break;
      case 'again':
        // Where a successor has moved up, it is under way already.
        if (!wasCurrent || this.#current === null) this.#again(next.when, next.retryAfter);
        if (wasCurrent) this.#tellLost(status, reason);
        break;
      default:
        missingCase(next);
    }
  }

  #disordered(one: SipSubscription): void {
    if (one === this.#current && this.#successor === null) this.#again('at once', 0);
  }

  /** It was not renewed in time: whatever the server still says of it, it owes us nothing. */
  #expired(): void {
    this.#leaveCurrent();
    this.#tellLost(null, null);
  }

  #leaveCurrent(): void {
    this.#current?.abandon();
    this.#current = this.#successor;
    this.#successor = null;
    this.#term.begin();
    this.#cancelStable();
  }

  #again(when: 'at once' | 'short' | 'long', retryAfter: number): void {
    this.#cancelRetry();
    const attempt = this.#attempts++;
    const { clock, random } = this.#tools;
    const delay =
      when === 'at once' && attempt === 0 ? 0 : backOffDelay(when === 'long' ? REFUSED : WATCH, attempt, random);
    this.#cancelRetry = clock.after(Math.max(delay, retryAfter * 1000), () => this.#ask());
  }

  #tellActive(one: SipSubscription): void {
    if (this.#told === one) return;
    this.#told = one;
    this.#lost = false;
    this.#cancelStable();
    this.#cancelStable = this.#tools.clock.after(STABLE, () => {
      this.#attempts = 0;
    });
    this.#events.onState('active', null, null);
  }

  #tellLost(status: number | null, reason: string | null): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#events.onState('lost', status, reason);
  }

  #stopTimers(): void {
    this.#cancelRetry();
    this.#cancelStable();
    this.#term.begin();
  }
}
