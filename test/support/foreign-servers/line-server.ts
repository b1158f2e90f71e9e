import type { PeerRequest } from '../sip-peer/peer-request.ts';
import type { NotifyParts, PeerSubscription } from '../sip-peer/peer-subscription.ts';
import type { SipMessage } from '../sip-peer/sip-message.ts';
import type { SipPeer } from '../sip-peer/sip-peer.ts';

export type WatchPackage = 'dialog' | 'presence';

export interface Refusal {
  readonly status: number;
  /** Whole lines. */
  readonly headers?: readonly string[];
}

/** The document that a new subscriber is told, a refusal, or null: the SUBSCRIBE is accepted, and nothing told. */
type Answer = string | Refusal | null;

/** How a SUBSCRIBE is answered; `request` to tell the first from the next. */
export type Answers = Readonly<Record<WatchPackage, (request: PeerRequest) => Answer>>;

/**
 * A server that tells of the line 1002 what a test says, true or not. Whoever asks once (Expires 0) gets the answer of the
 * moment, and the end of the subscription with it.
 *
 *     const server = new LineServer(peer, { dialog: () => dialogInfo(1, ['confirmed']), presence: () => pidf('open') });
 *     const watch = await server.kept('dialog');                  // what the phone has subscribed to
 *     server.answers = { ...server.answers, dialog: () => '' };   // what is true from now on
 *     await watch.notify(dialogInfo(2, ['terminated']));
 */
export class LineServer {
  /** How many subscriptions there were before: those belong to other stories. */
  readonly #before: number;
  /** Subscriptions whose first NOTIFY was answered. */
  readonly heard = new Set<PeerSubscription>();

  readonly #peer: SipPeer;

  constructor(
    peer: SipPeer,
    public answers: Answers,
  ) {
    this.#peer = peer;
    this.#before = peer.subscriptions.length;
    peer.on('SUBSCRIBE', (request) => this.subscribed(request));
  }

  /** The first subscription to the package that shall last, after so many others. */
  kept(event: WatchPackage, after = 0): Promise<PeerSubscription> {
    const lasting = (): readonly PeerSubscription[] =>
      this.#peer.subscriptions.slice(this.#before).filter((one) => one.event === event && !isQuestion(one));
    return this.#peer.subscribed((one) => lasting()[after] === one, this.#before);
  }

  /** Says it to every new subscriber from now on, and to the one that there is. */
  async tell(event: WatchPackage, document: string, parts?: NotifyParts): Promise<SipMessage> {
    this.answers = { ...this.answers, [event]: () => document };
    const living = this.#peer.subscriptions.findLast((one) => one.event === event && !one.ended && !isQuestion(one));
    if (living === undefined) throw new Error(`nobody has subscribed to ${event}`);
    return living.notify(document, parts);
  }

  /** Answers a SUBSCRIBE. */
  subscribed(request: PeerRequest): void {
    const { message } = request;
    const event = message.header('event');
    if (request.inDialog) {
      this.#peer.usual(request);
      return;
    }
    const answer = event === 'dialog' || event === 'presence' ? this.answers[event](request) : { status: 489 };
    if (answer !== null && typeof answer !== 'string') {
      request.reply(answer.status, 'No', { headers: answer.headers ?? [] });
      return;
    }
    const subscription = this.#peer.accept(request);
    if (answer === null) return;
    const told = subscription.notify(answer, isQuestion(subscription) ? { state: 'terminated;reason=timeout' } : {});
    told
      .then(() => {
        this.heard.add(subscription);
      })
      // The phone may be gone before it has answered.
      .catch(() => {});
  }
}

const isQuestion = ({ request }: PeerSubscription): boolean => request.message.expires === 0;
