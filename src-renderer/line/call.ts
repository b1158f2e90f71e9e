import { type Core, Invitation, Inviter, type Referral, type Session, SessionState } from 'sip.js';
import type { DigitForm, LineEvent } from '../../src-main/contract/line-port';
import { isAnsweredElsewhere } from '../../src-main/sip/party';
import type { Clock } from './clock';
import { sendDigitByInfo } from './digits';
import { Hold } from './hold';
import { statusFromFar } from './sip-js-fixes/answer-from-far';
import { hearResponses } from './sip-js-fixes/hear-responses';
import { type ReferTarget, replacesOf, Transfer } from './transfer/transfer';
import type { Voice } from './voice';

type Ended = Extract<LineEvent, { kind: 'ended' }>;
type Phase = Extract<LineEvent, { kind: 'progress' }>['phase'];

/** What a call reports, without its line and its id, which every report of it carries. */
export interface CallEvents {
  /** The INVITE of an outgoing call has left, and nothing was answered yet. */
  onPlaced(sipCallId: string): void;
  /** A server's answer above 100 to that INVITE, before the event that it causes. */
  onResponse(status: number, message: Core.IncomingResponseMessage): void;
  /**
   * It is refused, as `onResponse` has told.
   *
   * @returns the status that it ends with; null = another call goes on in its place, and this one ends without a word
   */
  onRefused(status: number, message: Core.IncomingResponseMessage): number | null;
  onProgress(phase: Phase): void;
  onConnected(): void;
  onHeld(held: boolean): void;
  /** How a transfer of the far end goes; see the line port. */
  onTransfer(status: number | null, done: boolean): void;
  /** The far end sends us to somebody else. */
  onReferral(referral: Referral): void;
  /** A request within the call, which may say with whom it is now. */
  onParty(message: Core.IncomingRequestMessage): void;
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
  #transfer: Transfer | null = null;
  #superseded = false;
  #ended = false;

  readonly #session: Inviter | Invitation;
  readonly #clock: Clock;
  readonly #events: CallEvents;

  constructor(
    session: Inviter | Invitation,
    readonly voice: Voice,
    clock: Clock,
    random: () => number,
    events: CallEvents,
  ) {
    this.#session = session;
    this.#clock = clock;
    this.#events = events;
    this.#hold = new Hold(session, voice, clock, random, {
      onHeld: (held) => events.onHeld(held),
      onGone: () => this.#abandon('network'),
    });
    session.delegate = {
      onBye: (bye) => {
        bye.accept().catch(() => {});
        this.#end('far', null);
      },
      // The 487 that SIP.js sends is our answer to the caller, not a refusal of theirs: no status, but where another phone has answered.
      onCancel: ({ request }) => this.#end('far', isAnsweredElsewhere(request.getHeaders('reason')) ? 200 : null),
      // A server tells of another far end by a re-INVITE, after a transfer of theirs (RFC 4916).
      onInvite: (request) => events.onParty(request),
      // Without this SIP.js would obey, and call whomever the far end names.
      onRefer: (referral) => events.onReferral(referral),
      onNotify: (notification) => {
        notification.accept().catch(() => {});
        this.#transfer?.hear(notification);
      },
    };
    session.stateChange.addListener((state) => this.#changed(state));
  }

  /** Sends the INVITE of an outgoing call. */
  start(): void {
    const session = this.#session;
    if (!(session instanceof Inviter)) return;
    const refused = ({ message }: Core.IncomingResponse): void => {
      const status = statusFromFar(message);
      if (status === null) this.#end('network', null);
      if (status === null || this.#ended) return;
      const last = this.#events.onRefused(status, message);
      if (last === null) this.#fallSilent();
      else this.#end('far', last);
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
          if (!this.#ended) this.#events.onResponse(status, message);
        });
        this.#events.onPlaced(session.request.callId);
      })
      // Neither microphone nor quiet source, or the browser makes no offer. Also after our own release.
      .catch(() => this.#end('near', null));
  }

  answer(): void {
    if (!(this.#session instanceof Invitation) || this.#session.state !== SessionState.Initial) return;
    this.#session.accept().catch(() => this.#end('near', null));
  }

  /** Sends the far end to somebody else. While one transfer is under way there is no other. */
  transfer(target: ReferTarget | null): void {
    if (this.#transfer !== null) return;
    if (target === null || this.#session.state !== SessionState.Established) {
      this.#events.onTransfer(null, true);
      return;
    }
    this.#transfer = new Transfer(this.#session, target, this.#clock, {
      onProgress: (status, done) => {
        if (done) this.#transfer = null;
        this.#events.onTransfer(status, done);
        // RFC 5589, 6.1: the transferor ends its call when the transferee has reached the target.
        if (done && status !== null && status < 300) this.release();
      },
    });
  }

  /** As the target of an attended transfer; null = nobody has answered yet. */
  get asTarget(): ReferTarget | null {
    return replacesOf(this.#session);
  }

  /** Is it the call of that session? */
  isOf(session: Session | undefined): boolean {
    return this.#session === session;
  }

  /** Another call takes its place, and until that one stands nobody may end this one. False = it comes to nothing. */
  supersede(superseded: boolean): void {
    this.#superseded = superseded;
  }

  /** The call that takes its place stands. */
  giveWay(): void {
    this.#abandon('near');
  }

  release(): void {
    if (this.#superseded) return;
    this.#abandon('near');
  }

  setHeld(held: boolean): void {
    this.#hold.want(held);
  }

  sendDigit(digit: string, form: DigitForm): void {
    if (form === 'info') sendDigitByInfo(this.#session, digit);
    else this.voice.sendDigit(digit);
  }

  /** The socket under the call is gone: it has ended, and nobody can be told. */
  lose(): void {
    this.#end('network', null);
    this.#quietly(() => this.#session.dispose());
  }

  #abandon(by: Ended['by']): void {
    this.#end(by, null);
    this.#quietly(() => finish(this.#session));
  }

  #changed(state: SessionState): void {
    if (state === SessionState.Established && !this.#ended) this.#events.onConnected();
    // SIP.js changes state before it tells the reason; if none comes, the media or the ACK failed.
    if (state === SessionState.Terminated) queueMicrotask(() => this.#end(this.#superseded ? 'near' : 'network', null));
  }

  #progress(phase: Phase): void {
    if (this.#ended || this.#phase === phase || this.#phase === 'ringing') return;
    this.#phase = phase;
    this.#events.onProgress(phase);
  }

  #end(by: Ended['by'], status: number | null): void {
    if (this.#ended) return;
    this.#fallSilent();
    this.#events.onEnded(by, status);
  }

  #fallSilent(): void {
    this.#ended = true;
    this.#transfer?.end();
    this.#hold.stop();
    this.voice.close();
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
