import { randomBytes } from 'node:crypto';
import { addressIn, type SipMessage, tagIn } from '../../../support/sip-peer/sip-message.ts';
import { waitFor } from '../../../support/wait-for.ts';
import type { BareRequest } from './bare-client.ts';

export interface BareNotify {
  /** When it came in, on the clock of performance.now(). */
  readonly at: number;
  /** Value of Subscription-State. */
  readonly state: string;
  readonly body: string;
}

const accepted = { dialog: 'application/dialog-info+xml', presence: 'application/pidf+xml' } as const;

/** One subscription of the bare client (RFC 6665). */
export class BareWatch {
  readonly callId = randomBytes(10).toString('hex');
  readonly notifies: BareNotify[] = [];
  readonly #fromTag = randomBytes(6).toString('hex');
  #cseq = 1;
  #answer: SipMessage | null = null;

  readonly #ask: (request: BareRequest) => Promise<SipMessage>;
  readonly #uri: string;
  readonly #event: 'dialog' | 'presence';
  readonly #contact: string;

  constructor(
    ask: (request: BareRequest) => Promise<SipMessage>,
    uri: string,
    event: 'dialog' | 'presence',
    contact: string,
  ) {
    this.#ask = ask;
    this.#uri = uri;
    this.#event = event;
    this.#contact = contact;
  }

  /** How the SUBSCRIBE was answered. */
  get status(): number {
    return this.#answer?.status ?? 0;
  }

  async begin(expires: number): Promise<void> {
    this.#answer = await this.#ask(this.#request(this.#uri, expires));
    this.#cseq += 2;
  }

  /** Asks for the same again within the subscription; with 0 it ends. Resolves to the final status. */
  async refresh(expires: number): Promise<number> {
    if (this.#answer === null) throw new Error('the watch has not begun');
    const contact = addressIn(this.#answer.header('contact'));
    const toTag = tagIn(this.#answer.header('to'));
    const { status } = await this.#ask({ ...this.#request(contact, expires), to: this.#uri, toTag });
    this.#cseq += 2;
    return status;
  }

  /** Waits for the first notification, of those from the place `since` on, whose body fits. */
  until(what: string, fits: RegExp, since = 0): Promise<BareNotify> {
    return waitFor(what, () => this.notifies.slice(since).find(({ body }) => fits.test(body)), {
      timeoutMs: 20_000,
      everyMs: 10,
      otherwise: () => this.notifies.map(({ state, body }) => `${state}\n${body}`).join('\n'),
    });
  }

  /** A NOTIFY has come in. */
  take(notify: SipMessage, at: number): void {
    this.notifies.push({ at, state: notify.header('subscription-state'), body: notify.body });
  }

  #request(uri: string, expires: number): BareRequest {
    const { callId } = this;
    const event = this.#event;
    const headers = [this.#contact, `Event: ${event}`, `Accept: ${accepted[event]}`, `Expires: ${expires}`];
    return { method: 'SUBSCRIBE', uri, callId, fromTag: this.#fromTag, cseq: this.#cseq, headers };
  }
}
