import { randomUUID } from 'node:crypto';
import { Core } from 'sip.js';
import type { Binding } from './bindings';
import { relayedBody } from './bodies';
import { Bridge } from './bridge';
import { CallLeg } from './call-leg';
import type { CallOptions } from './call-options';
import type { Connection } from './connection';
import { quotable } from './display-name';
import { CAUSES, type Diversion, forwardHeaders, type Party } from './diversion';
import { type Answer, Fork } from './fork';
import { numbersAt } from './numbers-at';
import { outgoingInvite } from './outgoing-invite';
import type { SipUser } from './ports';
import type { Hop } from './router';
import type { CallEnd } from './transfer';
import { Way } from './way';

export type CallState = 'offered' | 'proceeding' | 'ringing' | 'connected' | 'ended';

/**
 * One call through us, a back-to-back user agent: we are the called party to the caller and the caller to the called.
 *
 * ```
 *      ┌──────────────── forward, to another number ─────────────┐
 *      ▼                                                         │
 *  offered ──100──► proceeding ──18x──► ringing ──200──► connected ──BYE, lost phone──► ended
 *     │                 │                  │                                             ▲
 *     └─────────────────┴──────────────────┴───── refusal, CANCEL, no answer, lost phone ┘
 * ```
 * Any of the first three may be passed over: a phone may answer with its first word. A number that forwards all calls, or is
 * busy, is left before anything is offered there.
 */
export class Call {
  readonly id = randomUUID();
  readonly caller: SipUser;
  readonly dialled: string;
  readonly #options: CallOptions;
  readonly #way: Way;
  #called: Party;
  #method: readonly Binding[] = [];
  #answeredBy: Binding | undefined;
  #replaces: string | undefined;
  #fork: Fork | undefined;
  #state: CallState = 'offered';
  #everOffered = false;
  #relaysMedia = false;
  #stopTimer: () => void = () => {};
  #bridge: Bridge | undefined;

  constructor(options: CallOptions) {
    this.#options = options;
    this.caller = options.caller;
    this.dialled = options.dialled;
    this.#way = new Way(options.dialled);
    this.#called = { number: options.dialled, displayName: '' };
  }

  get state(): CallState {
    return this.#state;
  }

  /** Where the call is now. */
  get called(): Party {
    return this.#called;
  }

  /** Phones have been asked: at the number where the call is now, and at any. */
  get offered(): { readonly here: boolean; readonly anywhere: boolean } {
    return { here: this.#fork !== undefined, anywhere: this.#everOffered };
  }

  /** The phone that has the call; undefined = it rings, or less. */
  get answeredBy(): Binding | undefined {
    return this.#answeredBy;
  }

  /** The phone on that connection calls, is rung, or has answered. */
  involves(connection: Connection): boolean {
    const called = this.#answeredBy ? [this.#answeredBy] : this.#method;
    return connection === this.#options.connection || called.some((binding) => binding.connection === connection);
  }

  get isForwarded(): boolean {
    return this.#way.diversions.length > 0;
  }

  /** The caller's name for the call. */
  get callId(): string {
    return this.#options.request.message.callId;
  }

  start(): void {
    const { request, router } = this.#options;
    request.delegate = { onCancel: () => this.#giveUp(487) };
    this.#follow(router.arrived(this.dialled, this.caller));
  }

  /**
   * Instead of `start`: the call takes the place of another one, and rings nobody but the phone that has that one (RFC 3891).
   *
   * @param replaces the header, which that phone is to see
   */
  replace(called: Party, binding: Binding, replaces: string): void {
    this.#options.request.delegate = { onCancel: () => this.#giveUp(487) };
    this.#replaces = replaces;
    this.#follow({ kind: 'ring', called, bindings: [binding], ringSeconds: null, forwards: false });
  }

  /** Both ends, once the call stands. */
  get ends(): readonly CallEnd[] {
    const [caller, called] = this.#bridge?.legs ?? [];
    return caller && called
      ? [
          { leg: caller, party: this.caller },
          { leg: called, party: this.#called },
        ]
      : [];
  }

  /** Instead of `start`: the call is for nobody here. */
  refuse(status: number): void {
    this.#giveUp(status);
  }

  /** Ends the call, or takes the phones on that connection out of it. */
  connectionLost(connection: Connection): void {
    if (this.#bridge) this.#bridge.connectionLost(connection);
    else if (connection === this.#options.connection) this.#giveUp(487);
    else this.#fork?.connectionLost(connection);
  }

  #follow(hop: Hop): void {
    if (this.#state === 'connected' || this.#state === 'ended') return;
    this.#stopTimer();
    if (hop.kind === 'ring') this.#ring(hop);
    else if (hop.kind === 'forward') this.#forward({ ...hop, from: this.#called }, CAUSES[hop.reason]);
    else if (hop.kind === 'refuse') this.#refused(hop.status);
    else {
      const detour = this.#way.takeDetour();
      // RFC 3261 section 21.4.20: 482 Loop Detected.
      if (detour) this.#forward(detour, CAUSES[detour.reason]);
      else this.#refused(482);
    }
  }

  /** RFC 3261 section 8.1.3.4: where the call is now it fails, and goes on to whoever else has been named. */
  #refused(status: number): void {
    const told = this.#way.refuse(status);
    const detour = this.#way.takeDetour();
    if (detour) this.#forward(detour, status);
    else this.#giveUp(told);
  }

  #ring({ called, bindings, ringSeconds, forwards }: Extract<Hop, { kind: 'ring' }>): void {
    const { request, clock, noAnswerSeconds, router } = this.#options;
    if (!this.#everOffered && !this.isForwarded) request.trying();
    this.#called = called;
    this.#method = bindings;
    this.#everOffered = true;
    this.#state = 'offered';
    // The caller has one dialog with us: the early media of two phones would be two answers to its one offer.
    this.#relaysMedia = bindings.length === 1 && !forwards;
    const { number } = called;
    const fork = new Fork(clock, {
      onTrying: () => this.#move('proceeding'),
      onProgress: (response) => this.#progressed(response),
      onAnswer: (answer) => this.#answered(answer),
      onRefused: (status, targets) => this.#follow(this.#deflected(targets) ?? router.refused(number, status)),
    });
    this.#fork = fork;
    this.#stopTimer = clock.after((ringSeconds ?? noAnswerSeconds) * 1000, () =>
      this.#follow(router.notAnswered(number, this.#deflected(fork.targets))),
    );
    fork.offer(bindings, (binding) => this.#invite(binding));
    this.#options.onChange(this, null);
  }

  /** Phones have sent the call on. @returns null where they have named nobody of this cluster */
  #deflected(targets: readonly string[]): Hop | null {
    const { router, domain } = this.#options;
    const known = numbersAt(targets, domain).filter((number) => router.knows(number));
    this.#way.name(this.#called, known);
    return known.length > 0 ? { kind: 'detour' } : null;
  }

  #forward(diversion: Diversion, cause: number): void {
    const { request, domain, router, onForward, maxForwards } = this.#options;
    const offered = this.#fork !== undefined;
    this.#fork?.cancel();
    this.#fork = undefined;
    this.#method = [];
    const isNew = this.#way.go(diversion);
    const { diversions } = this.#way;
    onForward(this, this.#called, cause, offered);
    this.#called = { number: diversion.target, displayName: '' };
    // Numbers that forward to each other would keep the caller waiting for ever.
    if (!isNew) this.#refused(482);
    else if (diversions.length > maxForwards) this.#refused(483);
    else {
      // RFC 3261 section 21.1.3: "A server MAY use this status code to indicate that the call is being forwarded".
      request.progress({ statusCode: 181, extraHeaders: forwardHeaders(request.message, diversions, domain) });
      this.#follow(router.arrived(diversion.target, this.caller));
    }
  }

  #progressed(response: Core.IncomingResponseMessage): void {
    const statusCode = response.statusCode ?? 180;
    this.#move('ringing');
    const extraHeaders = [this.#assertCalled()];
    this.#options.request.progress({ statusCode, extraHeaders, ...(this.#relaysMedia && relayedBody(response)) });
  }

  #answered({ connection, response }: Answer): void {
    const { request, connection: callerConnection } = this.#options;
    const body = Core.getBody(response.message) ?? response.session.answer;
    if (!body) {
      // RFC 3261 section 13.2.1: there must be an answer to the offer, or an offer where there was none.
      response.ack();
      response.session.bye();
      this.#giveUp(502);
      return;
    }
    const answerComesWithAck = response.session.signalingState === Core.SignalingState.HaveRemoteOffer;
    if (!answerComesWithAck) response.ack();
    this.#stopTimer();
    this.#answeredBy = this.#method.find((binding) => binding.connection === connection);
    this.#move('connected');
    const calledLeg = new CallLeg(response.session, connection);
    const callerLeg = new CallLeg(
      request.accept({ statusCode: 200, body, extraHeaders: [this.#assertCalled()] }).session,
      callerConnection,
    );
    if (answerComesWithAck) {
      callerLeg.whenAcknowledged((answer) => {
        if (!connection.closed) response.ack(answer && { body: answer });
      });
    }
    this.#bridge = new Bridge(callerLeg, calledLeg, {
      onEnd: () => this.#end(null),
      findTarget: this.#options.findTarget,
      onHold: (leg, on) => this.#options.onHold(this, leg === callerLeg ? this.caller : this.called, on),
    });
  }

  /** The caller is gone, or there is nowhere left to go. */
  #giveUp(status: number): void {
    if (this.#state === 'connected' || this.#state === 'ended') return;
    this.#fork?.cancel();
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

  /** RFC 5876, 4.2: whom the caller has reached, as our own records have it, whatever he has dialled. */
  #assertCalled(): string {
    const { number, displayName } = this.#called;
    return `P-Asserted-Identity: "${quotable(displayName)}" <sip:${number}@${this.#options.domain}>`;
  }

  #invite(binding: Binding): Core.OutgoingRequestMessage {
    const { caller, domain, maxForwards, request } = this.#options;
    const { diversions } = this.#way;
    return outgoingInvite(binding, {
      message: request.message,
      caller,
      called: this.#called,
      domain,
      diversions,
      maxForwards: maxForwards - diversions.length,
      replaces: this.#replaces,
    });
  }
}
