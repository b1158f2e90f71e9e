import type { Clock } from '../../base/clock';
import { missingCase } from '../../base/missing-case';
import { headerOf, methodIn, readMessage, type SipMessage, statusIn } from '../message-text';
import { parameterOf, topVia } from '../via';
import { beginInviteClient, type InviteClient, reduceInviteClient } from './invite-client';
import { beginInviteServer, type InviteServer, reduceInviteServer } from './invite-server';
import { beginRequestClient, type RequestClient, reduceRequestClient } from './request-client';
import { beginRequestServer, type RequestServer, reduceRequestServer } from './request-server';
import type { Step, TransactionEffect, TransactionInput, TransactionTimer } from './transaction';

export interface TransactionLayerEvents {
  /** Onto the wire. */
  transmit(text: string): void;
  /** To the user agent: each message once. */
  deliver(text: string): void;
  /** Nobody has answered a request, in all the time it had. */
  unanswered(): void;
}

type Transaction = InviteClient | RequestClient | InviteServer | RequestServer;

interface Running {
  state: Transaction;
  readonly timers: Map<TransactionTimer, () => void>;
}

/** Whoever sends more requests at once than any office has is not listened to until some are over. */
const MAX_TRANSACTIONS = 2_000;

/** Makes of datagrams, which may be lost and may come twice, what a user agent for streams expects: each message, once. */
export class TransactionLayer {
  readonly #running = new Map<string, Running>();
  readonly #clock: Clock;
  readonly #events: TransactionLayerEvents;

  constructor(clock: Clock, events: TransactionLayerEvents) {
    this.#clock = clock;
    this.#events = events;
  }

  /** From the user agent. */
  send(text: string): void {
    const input = inputOf('outgoing', text);
    if (input === null) return;
    // A request of ours begins a transaction, save an ACK: that of a refusal belongs to its INVITE, that of a 2xx to nobody.
    const key = keyOf(input.status === null ? 'ours' : 'theirs', input);
    const running = this.#running.get(key);
    if (running) this.#step(key, running, reduce(running.state, input));
    else if (input.status !== null || input.method === 'ACK') this.#events.transmit(text);
    else this.#begin(key, input.method === 'INVITE' ? beginInviteClient(text) : beginRequestClient(text));
  }

  /** From the wire. What is not SIP is left out. */
  receive(text: string): void {
    const input = inputOf('incoming', text);
    if (input === null) return;
    const key = keyOf(input.status === null ? 'theirs' : 'ours', input);
    const running = this.#running.get(key);
    if (running) this.#step(key, running, reduce(running.state, input));
    else if (input.status !== null || input.method === 'ACK') this.#events.deliver(text);
    else if (this.#running.size < MAX_TRANSACTIONS)
      this.#begin(key, input.method === 'INVITE' ? beginInviteServer(text) : beginRequestServer(text));
  }

  dispose(): void {
    for (const { timers } of this.#running.values()) for (const cancel of timers.values()) cancel();
    this.#running.clear();
  }

  #begin(key: string, step: Step<Transaction>): void {
    const running: Running = { state: step.state, timers: new Map() };
    this.#running.set(key, running);
    this.#step(key, running, step);
  }

  #step(key: string, running: Running, { state, effects }: Step<Transaction>): void {
    running.state = state;
    for (const effect of effects) this.#do(key, running, effect);
  }

  #do(key: string, running: Running, effect: TransactionEffect): void {
    switch (effect.kind) {
      case 'transmit':
        this.#events.transmit(effect.text);
        break;
      case 'deliver':
        this.#events.deliver(effect.text);
        break;
      case 'startTimer':
        running.timers.get(effect.timer)?.();
        running.timers.set(
          effect.timer,
          this.#clock.after(effect.milliseconds, () => this.#due(key, effect.timer)),
        );
        break;
      case 'stopTimer':
        running.timers.get(effect.timer)?.();
        break;
      case 'unanswered':
        this.#events.unanswered();
        break;
      case 'end':
        for (const cancel of running.timers.values()) cancel();
        this.#running.delete(key);
        break;
      default:
        missingCase(effect);
    }
  }

  #due(key: string, timer: TransactionTimer): void {
    const running = this.#running.get(key);
    if (running) this.#step(key, running, reduce(running.state, { kind: 'timer', timer }));
  }
}

type MessageInput = Exclude<TransactionInput, { kind: 'timer' }> & { readonly message: SipMessage };

function inputOf(kind: 'outgoing' | 'incoming', text: string): MessageInput | null {
  const message = readMessage(text);
  if (message === null) return null;
  const status = statusIn(message.startLine);
  const method = status === null ? methodIn(message.startLine) : headerOf(message, 'cseq')?.split(/\s+/)[1];
  return method ? { kind, text, status, method: method.toUpperCase(), message } : null;
}

/** RFC 3261 section 17.2.3: the branch is the sender's; two of them may draw the same one. An ACK belongs to its INVITE. */
function keyOf(whose: 'ours' | 'theirs', { message, method }: MessageInput): string {
  const via = topVia(message);
  const branch = via === null ? '' : parameterOf(via, 'branch');
  const callId = headerOf(message, 'call-id') ?? '';
  return JSON.stringify([whose, branch, callId, method === 'ACK' ? 'INVITE' : method]);
}

function reduce(state: Transaction, input: TransactionInput): Step<Transaction> {
  switch (state.kind) {
    case 'inviteClient':
      return reduceInviteClient(state, input);
    case 'requestClient':
      return reduceRequestClient(state, input);
    case 'inviteServer':
      return reduceInviteServer(state, input);
    case 'requestServer':
      return reduceRequestServer(state, input);
    default:
      return missingCase(state);
  }
}
