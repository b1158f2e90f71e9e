import { Core } from 'sip.js';
import type { Connection } from './connection';

/** The half of a call between us and one of its two phones. */
export class CallLeg {
  readonly session: Core.Session;
  readonly connection: Connection;
  #over = false;
  #onAcknowledged: ((body: Core.Body | undefined) => void) | undefined;

  constructor(session: Core.Session, connection: Connection) {
    this.session = session;
    this.connection = connection;
  }

  /** True when nothing more can be asked of this phone in this call. */
  get over(): boolean {
    return this.#over || this.connection.closed;
  }

  /** The phone has sent BYE. */
  ended(): void {
    this.#over = true;
  }

  /** Ends this half of the call: at once, or as soon as SIP allows. */
  hangUp(): void {
    if (this.over) return;
    this.#over = true;
    // RFC 3261 section 15: "the callee's UA MUST NOT send a BYE on a confirmed dialog until it has received an ACK for
    // its 2xx response or until the server transaction times out."
    if (this.session.sessionState === Core.SessionState.AckWait) this.#onAcknowledged = () => this.session.bye();
    else this.session.bye();
  }

  /** Does the action when the phone's ACK to our 200 comes, with the ACK's body. */
  whenAcknowledged(action: (body: Core.Body | undefined) => void): void {
    this.#onAcknowledged = action;
  }

  acknowledged(body: Core.Body | undefined): void {
    const action = this.#onAcknowledged;
    this.#onAcknowledged = undefined;
    action?.(body);
  }

  /** The ACK to the 200 that made the call never came; SIP.js has given up on it and a BYE is allowed now. */
  neverAcknowledged(): void {
    this.#over = true;
    if (!this.connection.closed) this.session.bye();
  }
}
