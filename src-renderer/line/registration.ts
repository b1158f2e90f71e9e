import type { Invitation, UserAgent } from 'sip.js';
import type { LineEvent } from '../../src-main/contract/line-port';
import { type BackOff, backOffDelay, LOST, REFUSED } from './back-off';
import type { Cancel, Clock } from './clock';
import type { Connection, ConnectionEvents } from './connection';

/** How a line stands with its server, as the line port tells it. */
export type RegistrationState = Omit<Extract<LineEvent, { kind: 'registration' }>, 'kind' | 'line'>;

export interface RegistrationTools {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** @throws Error where the account's addresses are none */
  readonly connect: (events: ConnectionEvents) => Connection;
}

export interface RegistrationEvents {
  onState(state: RegistrationState): void;
  /** After its `onState`. */
  onRegistered(userAgent: UserAgent): void;
  /** What was on the connection is over; before its `onState`. */
  onLost(): void;
  onInvitation(invitation: Invitation): void;
}

/** Milliseconds that a registration must last before the next loss counts as a first one again. */
const STABLE = 5000;

/**
 * Keeps a line registered.
 *
 *     connecting --200--> registered
 *      ^     |                |
 *      |     | no socket,     | socket or server lost,
 *      |     | refused        | refresh refused
 *      |     v                |
 *      '-- waiting <----------'      waiting ends after the back-off, or at once when the network is back
 *
 *     any --leave--> left
 */
export class Registration {
  #connection: Connection | null = null;
  #state: RegistrationState = { state: 'registering', status: null };
  #attempts = { lost: 0, refused: 0 };
  #cancelWait: Cancel = () => {};

  readonly #tools: RegistrationTools;
  readonly #events: RegistrationEvents;

  constructor(tools: RegistrationTools, events: RegistrationEvents) {
    this.#tools = tools;
    this.#events = events;
  }

  /** null while there is no connection. */
  get userAgent(): UserAgent | null {
    return this.#connection?.userAgent ?? null;
  }

  get registered(): boolean {
    return this.#state.state === 'registered';
  }

  connect(): void {
    this.#cancelWait();
    this.#tell({ state: 'registering', status: null });
    try {
      this.#connection = this.#tools.connect({
        onRegistered: () => this.#registered(),
        onLost: (status, retryAfter) => this.#lost(status, retryAfter),
        onInvitation: (invitation) => this.#events.onInvitation(invitation),
      });
      this.#connection.open();
    } catch {
      // The account's addresses are none. Somebody has to mend them, so there is no hurry.
      this.#wait(REFUSED, null, null);
    }
  }

  /** The machine has a network again: do not sit out the back-off, and do not trust an old socket. */
  networkIsBack(): void {
    if (this.#connection === null) this.connect();
    else this.#connection.check();
  }

  /** Says again how the line stands. */
  repeat(): void {
    this.#tell(this.#state);
  }

  leave(): void {
    this.#cancelWait();
    this.#connection?.leave();
    this.#connection = null;
    this.#tell({ state: 'unregistered', status: null });
  }

  #registered(): void {
    // Refreshes come here too, and are no news.
    if (this.registered) return;
    this.#cancelWait = this.#tools.clock.after(STABLE, () => {
      this.#attempts = { lost: 0, refused: 0 };
    });
    this.#tell({ state: 'registered', status: null });
    if (this.#connection !== null) this.#events.onRegistered(this.#connection.userAgent);
  }

  #lost(status: number | null, retryAfter: number | null): void {
    if (status === null) this.#wait(LOST, null, retryAfter);
    else this.#wait(REFUSED, status, retryAfter);
  }

  /** @param retryAfter seconds that the server asked for */
  #wait(backOff: BackOff, status: number | null, retryAfter: number | null): void {
    this.#cancelWait();
    this.#events.onLost();
    this.#connection?.drop();
    this.#connection = null;
    const kind = backOff === LOST ? 'lost' : 'refused';
    const delay = backOffDelay(backOff, this.#attempts[kind]++, this.#tools.random);
    this.#cancelWait = this.#tools.clock.after(Math.max(delay, (retryAfter ?? 0) * 1000), () => this.connect());
    this.#tell({ state: 'unregistered', status });
  }

  #tell(state: RegistrationState): void {
    this.#state = state;
    this.#events.onState(state);
  }
}
