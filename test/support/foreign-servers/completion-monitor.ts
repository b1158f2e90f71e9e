import type { PeerRequest } from '../sip-peer/peer-request.ts';
import type { PeerSubscription } from '../sip-peer/peer-subscription.ts';
import { userIn } from '../sip-peer/sip-message.ts';
import type { Answer, SipPeer } from '../sip-peer/sip-peer.ts';
import { completion } from './documents.ts';
import { silentAnswer } from './sdp-answer.ts';

/** Why calls to the line fail: it is busy, does not reply, or has no phone logged in. */
export type Mode = 'BS' | 'NR' | 'NL';

export interface MonitorOptions {
  readonly mode?: Mode;
  /** Whoever calls in turn and meets busy keeps the place in the queue. */
  readonly retention?: boolean;
  /** The status with which every SUBSCRIBE is refused; by default none is. */
  readonly refusal?: number;
  /** How a SUBSCRIBE to anything else is answered; by default with 489. */
  readonly others?: Answer;
}

const FAILURES: Readonly<Record<Mode, readonly [status: number, reason: string]>> = {
  BS: [486, 'Busy Here'],
  NR: [180, 'Ringing'],
  NL: [480, 'Temporarily Unavailable'],
};

interface Waiter {
  readonly user: string;
  readonly subscription: PeerSubscription;
  suspended: boolean;
  state: 'queued' | 'ready';
}

/**
 * The callee's side of RFC 6910, call completion, for the line 1002: as much of it as a waiter meets with. It is written
 * after the message flows that other implementations of it are known to have, not clause by clause.
 *
 * ```
 *  SUBSCRIBE ──> queued ──the line is free, and it is this waiter's turn──> ready ──INVITE to the cc-URI──> answered
 *                 │  ^                                                       │ │
 *                 │  '──PUBLISH closed: the next waiter's turn <─────────────┘ │ busy again
 *                 │  ^                                                         v
 *                 │  '───────────────────────────────with retention────────────┤
 *                 └──Expires 0──> gone <─────────────without retention─────────┘
 * ```
 */
export class CompletionMonitor {
  /** Whom to call in turn. */
  readonly recallAddress = 'sip:1002-recall@peer.test';
  readonly #mode: Mode;
  readonly #retention: boolean;
  readonly #refusal: number | undefined;
  readonly #others: Answer;
  #queue: readonly Waiter[] = [];
  #isFree = false;
  #ringing: PeerRequest | null = null;

  readonly #peer: SipPeer;

  constructor(
    peer: SipPeer,
    {
      mode = 'BS',
      retention = true,
      refusal,
      others = (request) => request.reply(489, 'Bad Event'),
    }: MonitorOptions = {},
  ) {
    this.#peer = peer;
    this.#mode = mode;
    this.#retention = retention;
    this.#refusal = refusal;
    this.#others = others;
    peer.on('INVITE', (request) => this.#called(request));
    peer.on('CANCEL', (request) => this.#cancelled(request));
    peer.on('SUBSCRIBE', (request) => this.#subscribed(request));
    peer.on('PUBLISH', (request) => this.#published(request));
  }

  /** The queue, as "1001 queued", "1004 suspended". */
  get waiters(): readonly string[] {
    return this.#queue.map(({ user, state, suspended }) => `${user} ${suspended ? 'suspended' : state}`);
  }

  /** The line is on hook: the first waiter that can take it is told. */
  lineFreed(): void {
    this.#isFree = true;
    this.#serve();
  }

  /** Somebody else was faster: a waiter who calls in turn meets busy. */
  lineTaken(): void {
    this.#isFree = false;
  }

  #called(request: PeerRequest): void {
    const offer = [`Call-Info: <sip:monitor@peer.test>;purpose=call-completion;m=${this.#mode}`];
    if (userIn(request.message.uri) === userIn(this.recallAddress)) {
      this.#calledInTurn(request, offer);
      return;
    }
    if (this.#mode === 'NR') this.#ringing = request;
    const [status, reason] = FAILURES[this.#mode];
    request.reply(status, reason, { headers: offer });
  }

  #cancelled(request: PeerRequest): void {
    request.reply(200, 'OK');
    if (this.#ringing?.message.callId === request.message.callId) this.#ringing.reply(487, 'Request Terminated');
  }

  #calledInTurn(request: PeerRequest, offer: readonly string[]): void {
    const waiter = this.#waiterOf(request);
    if (this.#isFree && waiter?.state === 'ready') {
      request.reply(200, 'OK', {
        headers: ['Contact: <sip:1002@peer.invalid;transport=ws>', 'Content-Type: application/sdp'],
        body: silentAnswer(request.message.body),
      });
      return;
    }
    request.reply(486, 'Busy Here', { headers: offer });
    if (waiter === undefined) return;
    if (this.#retention) this.#tell(waiter, 'queued');
    else this.#drop(waiter, 'terminated;reason=noresource');
  }

  #subscribed(request: PeerRequest): void {
    if (request.message.header('event') !== 'call-completion') this.#others(request);
    else if (request.inDialog) this.#resubscribed(request);
    else if (this.#refusal !== undefined) request.reply(this.#refusal, 'No');
    else this.#queued(request);
  }

  #resubscribed(request: PeerRequest): void {
    this.#peer.usual(request);
    if (request.message.expires === 0) this.#drop(this.#waiterOf(request), null);
  }

  #queued(request: PeerRequest): void {
    const waiter: Waiter = {
      user: userOf(request),
      subscription: this.#peer.accept(request),
      suspended: false,
      state: 'queued',
    };
    this.#queue = [...this.#queue, waiter];
    this.#tell(waiter, 'queued');
    this.#serve();
  }

  #published(request: PeerRequest): void {
    this.#peer.usual(request);
    const waiter = this.#waiterOf(request);
    const basic = /<basic>(open|closed)<\/basic>/.exec(request.message.body)?.[1];
    if (waiter === undefined || basic === undefined) return;
    waiter.suspended = basic === 'closed';
    if (waiter.suspended && waiter.state === 'ready') this.#tell(waiter, 'queued');
    this.#serve();
  }

  #serve(): void {
    if (!this.#isFree || this.#queue.some(({ state }) => state === 'ready')) return;
    const next = this.#queue.find(({ suspended }) => !suspended);
    if (next !== undefined) this.#tell(next, 'ready');
  }

  #tell(waiter: Waiter, state: Waiter['state']): void {
    waiter.state = state;
    const body = completion(state, this.#retention, state === 'ready' ? this.recallAddress : undefined);
    // Whether the phone answers is its own affair.
    waiter.subscription.notify(body).catch(() => {});
  }

  /** @param notice the Subscription-State that the waiter is told, or null: the waiter has said it */
  #drop(waiter: Waiter | undefined, notice: string | null): void {
    if (waiter === undefined) return;
    this.#queue = this.#queue.filter((other) => other !== waiter);
    if (notice !== null) waiter.subscription.notify('', { state: notice }).catch(() => {});
    this.#serve();
  }

  #waiterOf(request: PeerRequest): Waiter | undefined {
    return this.#queue.find(({ user }) => user === userOf(request));
  }
}

const userOf = ({ message }: PeerRequest): string => userIn(message.header('from'));
