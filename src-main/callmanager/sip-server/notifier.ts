import { randomBytes } from 'node:crypto';
import { type Core, NameAddrHeader } from 'sip.js';
import type { Clock } from './clock';
import type { Connection, Request } from './connection';
import { grantLifetime, type Lifetimes, parseCount } from './lifetimes';
import { MAX_SUBSCRIPTIONS_OF_PHONE, TOO_MANY } from './phone-limits';
import type { SipUser } from './ports';
import { Subscription, type Write } from './subscription';

/** An event package (RFC 6665 section 5), as far as the server tells of numbers by it. */
export interface NotifiedPackage {
  readonly contentType: string;
  /** False where the watcher may not know of the number. */
  allows(number: string, watcher: SipUser): boolean;
  /** The document with the full state of the number. */
  stateOf(number: string): Write;
}

export interface NotifierOptions {
  readonly domain: string;
  readonly lifetimes: Lifetimes;
  readonly clock: Clock;
  readonly isNumber: (number: string) => boolean;
  readonly packages: Readonly<Record<string, NotifiedPackage>>;
}

interface Event {
  readonly name: string;
  /** The value for our own Event header. */
  readonly header: string;
}

/** Keeps the subscriptions of all event packages, and tells the watchers of a number what is new (RFC 6665 section 4.2). */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Tells the watchers of the number, by default its full state. */
  tell(name: string, number: string, write = this.#options.packages[name]?.stateOf(number)): void {
    if (!write) return;
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.terms.packageName === name && subscription.terms.number === number)
        this.#notify(subscription, write);
    }
  }

  removeConnection(connection: Connection): void {
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.terms.connection === connection) this.#drop(subscription);
    }
  }

  subscribe(connection: Connection, request: Request, watcher: SipUser): void {
    const { domain, isNumber, packages } = this.#options;
    const { message } = request;
    const number = message.ruri?.user ?? '';
    const event = eventOf(message);
    const eventPackage = Object.hasOwn(packages, event.name) ? packages[event.name] : undefined;
    const contact = message.parseHeader('contact');
    if (!eventPackage) {
      // RFC 6665 section 4.2.1.1: an unknown package is answered with 489 (Bad Event); Allow-Events lists the known ones.
      request.reject({ statusCode: 489, extraHeaders: [`Allow-Events: ${Object.keys(packages).join(', ')}`] });
    } else if (!isNumber(number)) request.reject({ statusCode: 404 });
    else if (!eventPackage.allows(number, watcher)) request.reject({ statusCode: 403 });
    else if (!(contact instanceof NameAddrHeader)) request.reject({ statusCode: 400 });
    else if (this.#countOf(watcher) >= MAX_SUBSCRIPTIONS_OF_PHONE) request.reject(TOO_MANY);
    else {
      const localTag = randomBytes(8).toString('hex');
      const terms = {
        connection,
        device: watcher.device,
        packageName: event.name,
        contentType: eventPackage.contentType,
        number,
        entity: `sip:${number}@${domain}`,
        event: event.header,
        callId: message.callId,
        localTag,
        remoteTag: message.fromTag,
        localUri: message.to.uri,
        remoteUri: message.from.uri,
        remoteTarget: contact.uri,
      };
      this.#grant(new Subscription(terms, message.cseq), request);
    }
  }

  #countOf({ device }: SipUser): number {
    return [...this.#subscriptions.values()].filter(({ terms }) => terms.device === device).length;
  }

  refresh(connection: Connection, request: Request): void {
    const { message } = request;
    const subscription = this.#subscriptions.get(identify(message.callId, message.toTag, message.fromTag));
    if (!subscription || subscription.terms.connection !== connection) request.reject({ statusCode: 481 });
    // RFC 3261 section 12.2.2: a request that is out of order "MUST be rejected with a 500".
    else if (message.cseq <= subscription.remoteSequence) request.reject({ statusCode: 500 });
    else {
      subscription.remoteSequence = message.cseq;
      this.#grant(subscription, request);
    }
  }

  #grant(subscription: Subscription, request: Request): void {
    const { clock, lifetimes } = this.#options;
    const { connection, localTag } = subscription.terms;
    const grant = grantLifetime(parseCount(request.message.getHeader('expires')), lifetimes);
    if (grant.kind === 'tooBrief') {
      request.reject({ statusCode: 423, extraHeaders: [`Min-Expires: ${lifetimes.shortest}`] });
      return;
    }
    request.accept({
      statusCode: 200,
      toTag: localTag,
      extraHeaders: [`Expires: ${grant.seconds}`, `Contact: ${connection.contact}`],
    });
    this.#drop(subscription);
    subscription.expiresAt = clock.now() + grant.seconds * 1000;
    if (grant.seconds > 0) {
      this.#subscriptions.set(identityOf(subscription), subscription);
      subscription.stopTimer = clock.after(grant.seconds * 1000, () => this.#expire(subscription));
    }
    // RFC 6665 section 4.2.1.2: "Upon successfully accepting or refreshing a subscription, notifiers MUST send a NOTIFY
    // request immediately to communicate the current resource state to the subscriber."
    this.#notifyState(subscription);
  }

  #expire(subscription: Subscription): void {
    this.#drop(subscription);
    this.#notifyState(subscription);
  }

  #notifyState(subscription: Subscription): void {
    const { packageName, number } = subscription.terms;
    const write = this.#options.packages[packageName]?.stateOf(number);
    if (write) this.#notify(subscription, write);
  }

  #notify(subscription: Subscription, write: Write): void {
    const seconds = Math.ceil((subscription.expiresAt - this.#options.clock.now()) / 1000);
    const active = this.#subscriptions.has(identityOf(subscription));
    const state = active ? `active;expires=${Math.max(0, seconds)}` : 'terminated;reason=timeout';
    subscription.notify(state, write, () => this.#drop(subscription));
  }

  #drop(subscription: Subscription): void {
    subscription.stopTimer();
    this.#subscriptions.delete(identityOf(subscription));
  }
}

function eventOf(message: Core.IncomingRequestMessage): Event {
  const [name = '', ...parameters] = (message.getHeader('event') ?? '').split(';').map((part) => part.trim());
  // RFC 6665 section 8.2.1: the id of the SUBSCRIBE, where there is one, is that of its NOTIFYs.
  const ids = parameters.filter((parameter) => /^id=[\w.!%*`'~+-]+$/.test(parameter));
  return { name, header: [name, ...ids].join(';') };
}

/** A dialog's identity, RFC 3261 section 12, from where we stand. No part of it holds a blank. */
const identify = (callId: string, localTag: string, remoteTag: string) => `${callId} ${localTag} ${remoteTag}`;

const identityOf = ({ terms }: Subscription) => identify(terms.callId, terms.localTag, terms.remoteTag);
