import { type Session, SessionState } from 'sip.js';
import type { Cancel, Clock } from '../clock';

/** Milliseconds that a server takes, after its 487 to us, until nobody's phone rings for us any more. */
const SETTLES_IN = 400;
/** A server that never answers a CANCEL is not waited for longer. */
const MAX_WAIT = 5000;

/**
 * Calls of ours that were given up before anybody answered: they are over for the user, and at the far end not before the server has
 * said so (RFC 3261, 9.1). Whoever wants to send somebody else to the same phone has to wait for that.
 */
export class Leaving {
  readonly #sessions = new Set<Session>();
  #waiting: (() => void)[] = [];
  #cancelWait: Cancel = () => {};

  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A call that its user has just given up. One that stood goes by a BYE, for which nobody waits. */
  add(session: Session): void {
    if (session.state !== SessionState.Initial && session.state !== SessionState.Establishing) return;
    this.#sessions.add(session);
    session.stateChange.addListener((state) => {
      if (state === SessionState.Terminated && this.#sessions.delete(session) && this.#sessions.size === 0)
        this.#soon(SETTLES_IN);
    });
  }

  /** At once where nothing is on its way out. */
  whenGone(action: () => void): void {
    if (this.#sessions.size === 0) {
      action();
      return;
    }
    this.#waiting.push(action);
    this.#soon(MAX_WAIT);
  }

  #soon(milliseconds: number): void {
    this.#cancelWait();
    this.#cancelWait = this.#clock.after(milliseconds, () => {
      this.#sessions.clear();
      const ready = this.#waiting;
      this.#waiting = [];
      for (const action of ready) action();
    });
  }
}
