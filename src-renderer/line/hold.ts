import { type Core, Inviter, type Session, SessionState, type Web } from 'sip.js';
import type { Cancel, Clock } from './clock';
import { statusFromFar } from './sip-js-fixes/answer-from-far';

export interface HoldEvents {
  /** The far end accepted, or refused and `held` is as before. */
  onHeld(held: boolean): void;
  /** The far end knows nothing of the call any more. */
  onGone(): void;
}

/**
 * Puts a call on hold and takes it back, by re-INVITE. One is under way at a time; a wish that comes meanwhile is
 * granted after it.
 *
 *     settled --want--> asking --2xx--> settled (held or not, as asked)
 *                        |  ^
 *                  491, 500 '-- after a while, once
 *                        |
 *                        '--any other refusal--> settled (as before)
 */
export class Hold {
  #held = false;
  #wanted = false;
  #asking = false;
  #cancelRetry: Cancel = () => {};

  readonly #session: Session;
  readonly #voice: { setHeld(held: boolean): void };
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #events: HoldEvents;

  constructor(
    session: Session,
    voice: { setHeld(held: boolean): void },
    clock: Clock,
    random: () => number,
    events: HoldEvents,
  ) {
    this.#session = session;
    this.#voice = voice;
    this.#clock = clock;
    this.#random = random;
    this.#events = events;
  }

  want(held: boolean): void {
    if (this.#session.state !== SessionState.Established) return;
    this.#wanted = held;
    if (!this.#asking && held === this.#held) {
      this.#events.onHeld(held);
      return;
    }
    // Who presses Hold must not be heard from that moment, however long the far end takes to agree.
    if (held) this.#voice.setHeld(true);
    if (!this.#asking) this.#ask(true);
  }

  stop(): void {
    this.#cancelRetry();
    this.#asking = true;
  }

  #ask(mayRetry: boolean): void {
    const asked = this.#wanted;
    this.#asking = true;
    this.#session
      .invite({
        sessionDescriptionHandlerOptions: direction(asked),
        requestDelegate: {
          onAccept: () => this.#settle(asked),
          onReject: (response) => this.#refused(response, mayRetry),
        },
      })
      // RFC 3261, 14.1, knows 2xx and all else; SIP.js waits for ever after a 3xx, and lets no other re-INVITE out.
      .then((request) => {
        const { delegate } = request;
        request.delegate = { ...delegate, onRedirect: (response) => delegate?.onReject?.(response) };
      })
      // Not sent at all, because a re-INVITE of the far end is under way: as good as a 491.
      .catch(() => this.#retryOrGiveUp(mayRetry));
  }

  #refused({ message }: Core.IncomingResponse, mayRetry: boolean): void {
    switch (statusFromFar(message)) {
      case 491:
        this.#retryOrGiveUp(mayRetry);
        break;
      // "A UAS that receives a second INVITE before it sends the final response to a first INVITE […] MUST return a
      // 500 (Server Internal Error) response to the second INVITE and MUST include a Retry-After header field" (14.2):
      // the call was connected a moment ago, and its ACK is still on the way.
      case 500:
        this.#retryOrGiveUp(mayRetry && message.hasHeader('retry-after'), retryAfter(message));
        break;
      // "If the response for a request within a dialog is a 481 (Call/Transaction Does Not Exist) or a 408 (Request
      // Timeout), the UAC SHOULD terminate the dialog." (RFC 3261, 12.2.1.2)
      case 481:
      case 408:
        this.#events.onGone();
        break;
      default:
        this.#settle(this.#held);
    }
  }

  #retryOrGiveUp(mayRetry: boolean, delay = glareDelay(this.#session instanceof Inviter, this.#random)): void {
    if (!mayRetry) {
      this.#settle(this.#held);
      return;
    }
    this.#cancelRetry = this.#clock.after(delay, () => {
      if (this.#session.state === SessionState.Established) this.#ask(false);
    });
  }

  #settle(held: boolean): void {
    if (this.#session.state !== SessionState.Established) return;
    const refused = held === this.#held;
    this.#held = held;
    this.#asking = false;
    // SIP.js keeps the options of the last re-INVITE for its answers to the far end's; a refused one must not stay.
    this.#session.sessionDescriptionHandlerOptionsReInvite = direction(held);
    if (refused) this.#wanted = held;
    if (this.#wanted !== held) {
      this.#ask(true);
      return;
    }
    this.#voice.setHeld(held);
    this.#events.onHeld(held);
  }
}

const direction = (hold: boolean): Web.SessionDescriptionHandlerOptions => ({ hold });

/** Milliseconds that the far end asked for, at most the 10 seconds that RFC 3261 lets it ask for here. */
function retryAfter(message: Core.IncomingResponseMessage): number {
  const seconds = Number.parseInt(message.getHeader('retry-after') ?? '', 10);
  return 1000 * Math.min(10, Number.isNaN(seconds) ? 0 : seconds);
}

/**
 * Milliseconds until a re-INVITE that met another one is repeated.
 *
 * "If the UAC is the owner of the Call-ID of the dialog ID, T has a randomly chosen value between 2.1 and 4 seconds
 * in units of 10 ms. If the UAC is not the owner […], T has a randomly chosen value of between 0 and 2 seconds in
 * units of 10 ms." (RFC 3261, 14.1)
 */
export function glareDelay(ownsCallId: boolean, random: () => number): number {
  const [from, to] = ownsCallId ? [2100, 4000] : [0, 2000];
  return from + Math.round((random() * (to - from)) / 10) * 10;
}
