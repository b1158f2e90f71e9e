import { randomBytes } from 'node:crypto';
import { type Core, NameAddrHeader } from 'sip.js';
import type { Clock } from './clock';
import type { Connection, Request } from './connection';
import type { WatchedDialog } from './dialog-info';
import { grantLifetime, type Lifetimes, parseCount } from './lifetimes';
import { Subscription } from './subscription';

export interface DialogNotifierOptions {
  readonly domain: string;
  readonly lifetimes: Lifetimes;
  readonly clock: Clock;
  readonly isNumber: (number: string) => boolean;
}

/** The notifier of the `dialog` event package (RFC 4235): tells the watchers of a number what its calls do. */
export class DialogNotifier {
  readonly #options: DialogNotifierOptions;
  readonly #dialogs = new Map<string, Map<string, WatchedDialog>>();
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(options: DialogNotifierOptions) {
    this.#options = options;
  }

  /** A dialog that has terminated is told once and then forgotten. */
  change(number: string, dialog: WatchedDialog): void {
    const dialogs = this.#dialogs.get(number) ?? new Map<string, WatchedDialog>();
    dialogs.set(dialog.id, dialog);
    this.#dialogs.set(number, dialogs);
    const told = [...dialogs.values()];
    if (dialog.state === 'terminated') dialogs.delete(dialog.id);
    if (dialogs.size === 0) this.#dialogs.delete(number);
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.terms.number === number) this.#notify(subscription, told);
    }
  }

  removeConnection(connection: Connection): void {
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.terms.connection === connection) this.#drop(subscription);
    }
  }

  subscribe(connection: Connection, request: Request): void {
    const { message } = request;
    const number = message.ruri?.user ?? '';
    const event = eventOf(message);
    const contact = message.parseHeader('contact');
    if (event === undefined) {
      // RFC 6665 section 4.2.1.1: an unknown package is answered with 489 (Bad Event); Allow-Events lists the known ones.
      request.reject({ statusCode: 489, extraHeaders: ['Allow-Events: dialog'] });
    } else if (!this.#options.isNumber(number)) request.reject({ statusCode: 404 });
    else if (!(contact instanceof NameAddrHeader)) request.reject({ statusCode: 400 });
    else {
      const localTag = randomBytes(8).toString('hex');
      const terms = {
        connection,
        number,
        entity: `sip:${number}@${this.#options.domain}`,
        event,
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
    const { connection, number, localTag } = subscription.terms;
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
    this.#notify(subscription, this.#dialogsOf(number));
  }

  #expire(subscription: Subscription): void {
    this.#drop(subscription);
    this.#notify(subscription, this.#dialogsOf(subscription.terms.number));
  }

  #notify(subscription: Subscription, dialogs: readonly WatchedDialog[]): void {
    const seconds = Math.ceil((subscription.expiresAt - this.#options.clock.now()) / 1000);
    const active = this.#subscriptions.has(identityOf(subscription));
    const state = active ? `active;expires=${Math.max(0, seconds)}` : 'terminated;reason=timeout';
    subscription.notify(state, dialogs, () => this.#drop(subscription));
  }

  #drop(subscription: Subscription): void {
    subscription.stopTimer();
    this.#subscriptions.delete(identityOf(subscription));
  }

  #dialogsOf(number: string): readonly WatchedDialog[] {
    return [...(this.#dialogs.get(number)?.values() ?? [])];
  }
}

/** The value for our own Event header, or undefined for another package than ours. */
function eventOf(message: Core.IncomingRequestMessage): string | undefined {
  const [name, ...parameters] = (message.getHeader('event') ?? '').split(';').map((part) => part.trim());
  if (name !== 'dialog') return undefined;
  // RFC 6665 section 8.2.1: the id of the SUBSCRIBE, where there is one, is that of its NOTIFYs.
  return ['dialog', ...parameters.filter((parameter) => /^id=[\w.!%*`'~+-]+$/.test(parameter))].join(';');
}

/** A dialog's identity, RFC 3261 section 12, from where we stand. No part of it holds a blank. */
const identify = (callId: string, localTag: string, remoteTag: string) => `${callId} ${localTag} ${remoteTag}`;

const identityOf = ({ terms }: Subscription) => identify(terms.callId, terms.localTag, terms.remoteTag);
