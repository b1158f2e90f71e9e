import type { Inviter, URI, UserAgent } from 'sip.js';
import { missingCase } from '../../../src-main/base/missing-case';
import type { LineEvent } from '../../../src-main/contract/line-port';
import { targetAddress } from '../address';
import type { Cancel, Clock } from '../clock';
import { Fetch } from './fetch';
import { Publication } from './publication';
import { type Answered, askByInvite, askByOptions } from './questions';
import { Subscription, type SubscriptionEvents } from './subscription';
import type { WatchCommand } from './watch-command';

type Command<Kind extends WatchCommand['kind']> = Extract<WatchCommand, { kind: Kind }>;

export interface WatchTools {
  readonly report: (event: LineEvent) => void;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface WatchingLine {
  readonly id: string;
  readonly domain: string;
  /** A call without a voice. Only while the line is registered. */
  makeQuietCall(target: URI): Inviter;
}

/** Milliseconds between two subscriptions that begin anew with the line, so that a server is not run over. */
const PACE = 10;

/** What a line knows of others, and tells of itself, over all its connections. Ids that are not known are late: nothing is done. */
export class Watches {
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #fetches = new Map<string, Fetch>();
  readonly #publications = new Map<string, Publication>();
  /** Of questions that are not answered yet. */
  readonly #open = new Set<Answered>();
  #userAgent: UserAgent | null = null;
  #cancelPace: Cancel = () => {};
  #over = false;

  readonly #line: WatchingLine;
  readonly #tools: WatchTools;

  constructor(line: WatchingLine, tools: WatchTools) {
    this.#line = line;
    this.#tools = tools;
  }

  /** The line has registered. */
  begin(userAgent: UserAgent): void {
    this.#userAgent = userAgent;
    for (const publication of this.#publications.values()) publication.begin(userAgent);
    this.#beginOneByOne([...this.#subscriptions.entries()], userAgent);
  }

  /** The line has no connection. */
  lose(): void {
    this.#userAgent = null;
    this.#cancelPace();
    for (const one of this.#subscriptions.values()) one.lose();
    for (const one of [...this.#fetches.values()]) one.lose();
    for (const one of this.#publications.values()) one.lose();
    for (const answered of [...this.#open]) answered(null, null);
  }

  /** The line is removed. Servers are told as far as they can be; nothing is reported any more. */
  end(): void {
    this.#over = true;
    this.#cancelPace();
    for (const one of [...this.#subscriptions.values(), ...this.#fetches.values()]) one.end();
    for (const one of this.#publications.values()) one.want({ body: '', expires: 0 });
  }

  obey(command: WatchCommand): void {
    switch (command.kind) {
      case 'subscribe':
        this.#subscribe(command);
        break;
      case 'unsubscribe':
        this.#unsubscribe(command.subscription);
        break;
      case 'publish':
        this.#publish(command);
        break;
      case 'ask':
        this.#ask(command);
        break;
      default:
        missingCase(command);
    }
  }

  #subscribe({ subscription: id, target, event, expires, once }: Command<'subscribe'>): void {
    this.#unsubscribe(id);
    const events = this.#eventsOf(id);
    const address = this.#address(target);
    const userAgent = this.#userAgent;
    if (address === null || (once && userAgent === null)) {
      events.onState('refused', null, null);
      return;
    }
    const { clock } = this.#tools;
    if (once && userAgent !== null) {
      const fetch = new Fetch(userAgent, { target: address, event }, clock, events, () => this.#fetches.delete(id));
      this.#fetches.set(id, fetch);
      return;
    }
    const subscription = new Subscription(address, event, expires, this.#tools, events);
    this.#subscriptions.set(id, subscription);
    if (userAgent === null) subscription.lose();
    else subscription.begin(userAgent);
  }

  #unsubscribe(id: string): void {
    this.#subscriptions.get(id)?.end();
    this.#subscriptions.delete(id);
    this.#fetches.get(id)?.end();
  }

  #publish({ publication: id, target, body, expires }: Command<'publish'>): void {
    const address = this.#address(target);
    const existing = this.#publications.get(id);
    const answered = (status: number | null): void => {
      if (this.#publications.get(id)?.isGone) this.#publications.delete(id);
      this.#report({ kind: 'published', line: this.#line.id, publication: id, status });
    };
    // What is not there, nobody needs to remove.
    if (address === null || (existing === undefined && expires === 0)) {
      answered(null);
      return;
    }
    const publication = existing ?? new Publication(address, this.#tools.clock, answered);
    this.#publications.set(id, publication);
    if (existing === undefined && this.#userAgent !== null) publication.begin(this.#userAgent);
    publication.want({ body, expires });
  }

  #ask({ question, target, how }: Command<'ask'>): void {
    const address = this.#address(target);
    const answered: Answered = (status, retryAfter) => {
      if (!this.#open.delete(answered)) return;
      this.#report({ kind: 'asked', line: this.#line.id, question, status, retryAfter });
    };
    this.#open.add(answered);
    if (address === null || this.#userAgent === null) answered(null, null);
    else if (how === 'options') askByOptions(this.#userAgent, address, answered);
    else askByInvite(this.#line.makeQuietCall(address), this.#tools.clock, answered);
  }

  #beginOneByOne([first, ...rest]: readonly (readonly [string, Subscription])[], userAgent: UserAgent): void {
    if (first === undefined) return;
    const [id, subscription] = first;
    // It may have been ended meanwhile, or another one have come in its place, which began at once.
    if (this.#subscriptions.get(id) === subscription) subscription.begin(userAgent);
    this.#cancelPace = this.#tools.clock.after(PACE, () => this.#beginOneByOne(rest, userAgent));
  }

  #eventsOf(id: string): SubscriptionEvents {
    const about = { line: this.#line.id, subscription: id } as const;
    return {
      onState: (state, status, reason) => {
        if (state === 'refused') this.#subscriptions.delete(id);
        this.#report({ kind: 'subscription', ...about, state, status, reason });
      },
      onNotified: (contentType, body) => this.#report({ kind: 'notified', ...about, contentType, body }),
    };
  }

  /** @returns null where it is no address */
  #address(target: string): URI | null {
    try {
      return targetAddress(target, this.#line.domain);
    } catch {
      return null;
    }
  }

  #report(event: LineEvent): void {
    if (!this.#over) this.#tools.report(event);
  }
}
