import { randomUUID } from 'node:crypto';
import { Core, URI } from 'sip.js';
import type { Binding } from './bindings';
import { relayedBody } from './bodies';
import { Bridge } from './bridge';
import { CallLeg } from './call-leg';
import type { Clock } from './clock';
import type { Connection } from './connection';
import { quotable } from './display-name';
import { type Answer, Fork } from './fork';
import type { SipUser } from './ports';

export type CallState = 'offered' | 'proceeding' | 'ringing' | 'connected' | 'ended';

export interface CallOptions {
  readonly request: Core.IncomingInviteRequest;
  readonly connection: Connection;
  readonly caller: SipUser;
  readonly called: SipUser;
  readonly domain: string;
  /** For the INVITE that we send on. */
  readonly maxForwards: number;
  readonly noAnswerSeconds: number;
  readonly clock: Clock;
  /** The call's state is another one; `status` is that of a refused call. */
  readonly onChange: (call: Call, status: number | null) => void;
}

/**
 * One call through us, a back-to-back user agent: we are the called party to the caller and the caller to the called.
 *
 * ```
 *  offered ──100──► proceeding ──18x──► ringing ──200──► connected ──BYE, lost phone──► ended
 *     │                 │                  │                                             ▲
 *     └─────────────────┴──────────────────┴───── refusal, CANCEL, no answer, lost phone ┘
 * ```
 * Any of the first three may be passed over: a phone may answer with its first word.
 */
export class Call {
  readonly id = randomUUID();
  readonly caller: SipUser;
  readonly called: SipUser;
  readonly #options: CallOptions;
  readonly #fork: Fork;
  #state: CallState = 'offered';
  #phones = 0;
  #stopTimer: () => void = () => {};
  #bridge: Bridge | undefined;

  constructor(options: CallOptions) {
    this.#options = options;
    this.caller = options.caller;
    this.called = options.called;
    this.#fork = new Fork(options.clock, {
      onTrying: () => this.#move('proceeding'),
      onProgress: (response) => this.#progressed(response),
      onAnswer: (answer) => this.#answered(answer),
      onRefused: (status) => this.#refuse(status),
    });
  }

  get state(): CallState {
    return this.#state;
  }

  /** The caller's name for the call. */
  get callId(): string {
    return this.#options.request.message.callId;
  }

  start(bindings: readonly Binding[]): void {
    const { request, clock, noAnswerSeconds } = this.#options;
    request.trying();
    request.delegate = { onCancel: () => this.#giveUp(487) };
    this.#phones = bindings.length;
    this.#stopTimer = clock.after(noAnswerSeconds * 1000, () => this.#giveUp(480));
    this.#fork.offer(bindings, (binding) => this.#invite(binding));
    this.#options.onChange(this, null);
  }

  /** Ends the call, or takes the phones on that connection out of it. */
  connectionLost(connection: Connection): void {
    if (this.#bridge) this.#bridge.connectionLost(connection);
    else if (connection === this.#options.connection) this.#giveUp(487);
    else this.#fork.connectionLost(connection);
  }

  #progressed(response: Core.IncomingResponseMessage): void {
    const statusCode = response.statusCode ?? 180;
    this.#move('ringing');
    // The caller has one dialog with us: the early media of two phones would be two answers to its one offer.
    const body = this.#phones === 1 ? relayedBody(response) : {};
    this.#options.request.progress({ statusCode, ...body });
  }

  #answered({ connection, response }: Answer): void {
    const { request, connection: callerConnection } = this.#options;
    const body = Core.getBody(response.message) ?? response.session.answer;
    if (!body) {
      // RFC 3261 section 13.2.1: there must be an answer to the offer, or an offer where there was none.
      response.ack();
      response.session.bye();
      this.#refuse(502);
      return;
    }
    const answerComesWithAck = response.session.signalingState === Core.SignalingState.HaveRemoteOffer;
    if (!answerComesWithAck) response.ack();
    this.#stopTimer();
    this.#move('connected');
    const calledLeg = new CallLeg(response.session, connection);
    const callerLeg = new CallLeg(request.accept({ statusCode: 200, body }).session, callerConnection);
    if (answerComesWithAck) {
      callerLeg.whenAcknowledged((answer) => {
        if (!connection.closed) response.ack(answer && { body: answer });
      });
    }
    this.#bridge = new Bridge(callerLeg, calledLeg, () => this.#end(null));
  }

  /** The caller, its phone or its patience is gone. */
  #giveUp(status: number): void {
    this.#fork.cancel();
    this.#refuse(status);
  }

  #refuse(status: number): void {
    if (this.#state === 'connected' || this.#state === 'ended') return;
    this.#end(status);
    if (!this.#options.connection.closed) this.#options.request.reject({ statusCode: status });
  }

  #end(status: number | null): void {
    if (this.#state === 'ended') return;
    this.#stopTimer();
    this.#state = 'ended';
    this.#options.onChange(this, status);
  }

  #move(state: 'proceeding' | 'ringing' | 'connected'): void {
    const order = ['offered', 'proceeding', 'ringing', 'connected', 'ended'];
    if (order.indexOf(state) <= order.indexOf(this.#state)) return;
    this.#state = state;
    this.#options.onChange(this, null);
  }

  /** The called phone sees who calls as our own records have it, whatever the caller claims. */
  #invite({ connection, contact }: Binding): Core.OutgoingRequestMessage {
    const { caller, called, domain, maxForwards, request } = this.#options;
    const message = connection.core.makeOutgoingRequestMessage(
      'INVITE',
      contact,
      new URI('sip', caller.number, domain),
      new URI('sip', called.number, domain),
      { fromDisplayName: quotable(caller.displayName), toDisplayName: quotable(called.displayName) },
      [`Contact: ${connection.contact}`, 'Allow: ACK, BYE, CANCEL, INFO, INVITE, MESSAGE, OPTIONS'],
      Core.getBody(request.message),
    );
    message.setHeader('max-forwards', String(maxForwards));
    return message;
  }
}
