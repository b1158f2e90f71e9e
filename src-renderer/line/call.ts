import { type Core, Invitation, Inviter, type Session, SessionState } from 'sip.js';
import type { DigitForm, LineEvent } from '../../src-main/contract/line-port';
import { statusFromFar } from './answer-from-far';
import type { Clock } from './clock';
import { sendDigitByInfo } from './digits';
import { hearResponses } from './hear-responses';
import { Hold } from './hold';
import type { Voice } from './voice';

type Ended = Extract<LineEvent, { kind: 'ended' }>;
type Phase = Extract<LineEvent, { kind: 'progress' }>['phase'];

/** What a call reports, without its line and its id, which every report of it carries. */
export interface CallEvents {
  /** The INVITE of an outgoing call has left, and nothing was answered yet. */
  onPlaced(sipCallId: string): void;
  /** A server's answer above 100 to that INVITE, before the event that it causes. */
  onResponse(status: number, message: Core.IncomingResponseMessage): void;
  onProgress(phase: Phase): void;
  onConnected(): void;
  onHeld(held: boolean): void;
  /** Once, and the last event. */
  onEnded(by: Ended['by'], status: number | null): void;
}

/**
 * One call, from its first moment until it is over.
 *
 *     outgoing: calling --100--> proceeding --18x--> ringing --2xx--> connected <--hold--> held
 *     incoming: ringing --answer--> answering --ACK--> connected <--hold--> held
 *     any --release, BYE, CANCEL, refusal, lost network--> ended
 *
 * It has ended for the user in the instant of `release`, although SIP may still be busy with CANCEL or BYE.
 */
export class Call {
  readonly #hold: Hold;
  #phase: Phase | null = null;
  #ended = false;

  constructor(
    private readonly session: Inviter | Invitation,
    readonly voice: Voice,
    clock: Clock,
    random: () => number,
    private readonly events: CallEvents,
  ) {
    this.#hold = new Hold(session, voice, clock, random, {
      onHeld: (held) => events.onHeld(held),
      onGone: () => this.#abandon('network'),
    });
    session.delegate = {
      onBye: (bye) => {
        bye.accept().catch(() => {});
        this.#end('far', null);
      },
      // The 487 that SIP.js sends is our answer to the caller, not a refusal of theirs: no status.
      onCancel: () => this.#end('far', null),
      // Without this SIP.js would obey, and call whomever the far end names.
      onRefer: (referral) => {
        referral.reject({ statusCode: 603 }).catch(() => {});
      },
    };
    session.stateChange.addListener((state) => this.#changed(state));
  }

  /** Sends the INVITE of an outgoing call. */
  start(): void {
    const { session } = this;
    if (!(session instanceof Inviter)) return;
    const refused = ({ message }: Core.IncomingResponse): void => {
      const status = statusFromFar(message);
      this.#end(status === null ? 'network' : 'far', status);
    };
    session
      .invite({
        requestDelegate: {
          onTrying: () => this.#progress('proceeding'),
          // 181 Call Is Being Forwarded: nobody rings yet.
          onProgress: ({ message }) => this.#progress(message.statusCode === 181 ? 'proceeding' : 'ringing'),
          onReject: refused,
          onRedirect: refused,
        },
      })
      .then((request) => {
        if (this.#ended) return;
        hearResponses(request, (status, message) => {
          if (!this.#ended) this.events.onResponse(status, message);
        });
        this.events.onPlaced(session.request.callId);
      })
      // Neither microphone nor quiet source, or the browser makes no offer. Also after our own release.
      .catch(() => this.#end('near', null));
  }

  answer(): void {
    if (!(this.session instanceof Invitation) || this.session.state !== SessionState.Initial) return;
    this.session.accept().catch(() => this.#end('near', null));
  }

  release(): void {
    this.#abandon('near');
  }

  setHeld(held: boolean): void {
    this.#hold.want(held);
  }

  sendDigit(digit: string, form: DigitForm): void {
    if (form === 'info') sendDigitByInfo(this.session, digit);
    else this.voice.sendDigit(digit);
  }

  /** The socket under the call is gone: it has ended, and nobody can be told. */
  lose(): void {
    this.#end('network', null);
    this.#quietly(() => this.session.dispose());
  }

  #abandon(by: Ended['by']): void {
    this.#end(by, null);
    this.#quietly(() => finish(this.session));
  }

  #changed(state: SessionState): void {
    if (state === SessionState.Established && !this.#ended) this.events.onConnected();
    // SIP.js changes state before it tells the reason; if none comes, the media or the ACK failed.
    if (state === SessionState.Terminated) queueMicrotask(() => this.#end('network', null));
  }

  #progress(phase: Phase): void {
    if (this.#ended || this.#phase === phase || this.#phase === 'ringing') return;
    this.#phase = phase;
    this.events.onProgress(phase);
  }

  #end(by: Ended['by'], status: number | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#hold.stop();
    this.voice.close();
    this.events.onEnded(by, status);
  }

  /** SIP.js throws or rejects where the far end was faster; the call is over either way. */
  #quietly(action: () => Promise<unknown>): void {
    try {
      action().catch(() => {});
    } catch {}
  }
}

/** CANCEL, BYE or a refusal, whichever the session's state asks for. */
function finish(session: Session): Promise<unknown> {
  switch (session.state) {
    case SessionState.Initial:
    case SessionState.Establishing:
      if (session instanceof Inviter) return session.cancel();
      // RFC 3261, 21.4.24, 486 Busy Here: "the callee is currently not willing or able to take additional calls".
      if (session instanceof Invitation) return session.reject({ statusCode: 486 });
      return Promise.resolve();
    case SessionState.Established:
      return session.bye();
    default:
      return Promise.resolve();
  }
}
