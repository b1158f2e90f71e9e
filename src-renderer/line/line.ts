import { type Invitation, Inviter, type Referral, type Session, type URI } from 'sip.js';
import type { Account, CallRef, LineEvent } from '../../src-main/contract/line-port';
import { targetAddress } from './address';
import { asksForAnswer } from './auto-answer';
import { type BackOff, backOffDelay, LOST, REFUSED } from './back-off';
import { Call } from './call';
import { sourceOf } from './caller-source';
import type { Cancel, Clock } from './clock';
import { Connection } from './connection';
import { type ContactName, contactName } from './contact-name';
import { descriptionHandlerFactory } from './description-handler';
import { forwardingTold } from './forwarding-told';
import type { MediaStreamFactory } from './media-stream-factory';
import { assertedIn, partyOf } from './party';
import { QuietCalls } from './quiet-calls';
import { Trail } from './redirect/trail';
import { followReferral } from './transfer/follow-referral';
import { FULL_VOICE, Voice, type VoiceSettings } from './voice';
import { Watches } from './watch/watches';

/** What lines need from outside. */
export interface LineTools {
  readonly report: (event: LineEvent) => void;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** Unique for the run of the app. */
  readonly newId: () => string;
  readonly sources: MediaStreamFactory;
  readonly createAudio: () => HTMLAudioElement;
  /** Before it is reported. */
  readonly onCallEnded: (call: CallRef) => void;
}

type Registration = Omit<Extract<LineEvent, { kind: 'registration' }>, 'kind' | 'line'>;

/** Milliseconds that a registration must last before the next loss counts as a first one again. */
const STABLE = 5000;

/**
 * One line of the phone: keeps itself registered, and holds its calls.
 *
 *     connecting --200--> registered
 *      ^     |                |
 *      |     | no socket,     | socket or server lost,
 *      |     | refused        | refresh refused
 *      |     v                |
 *      '-- waiting <----------'      waiting ends after the back-off, or at once when the network is back
 *
 *     any --remove--> removed
 */
export class Line {
  readonly watches: Watches;
  readonly #calls = new Map<string, Call>();
  readonly #voices = new WeakMap<Session, Voice>();
  readonly #quietCalls: QuietCalls;
  readonly #contact: ContactName;
  #connection: Connection | null = null;
  #registration: Registration = { state: 'registering', status: null };
  #attempts = { lost: 0, refused: 0 };
  #cancelWait: Cancel = () => {};

  constructor(
    readonly id: string,
    readonly account: Account,
    private readonly tools: LineTools,
    private settings: VoiceSettings = FULL_VOICE,
  ) {
    this.#quietCalls = new QuietCalls(tools);
    this.#contact = contactName(account.contact, tools.newId, tools.random);
    this.watches = new Watches(
      { id, domain: account.domain, makeQuietCall: (target) => this.#makeQuietCall(target) },
      tools,
    );
  }

  get voiceSettings(): VoiceSettings {
    return this.settings;
  }

  connect(): void {
    this.#cancelWait();
    this.#tell({ state: 'registering', status: null });
    try {
      this.#connection = new Connection(
        this.account,
        this.#contact,
        descriptionHandlerFactory(this.account, (session) => this.#voiceOf(session)),
        this.tools.clock,
        {
          onRegistered: () => this.#registered(),
          onLost: (status, retryAfter) => this.#lost(status, retryAfter),
          onInvitation: (invitation) => this.#invited(invitation),
        },
      );
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
    this.#tell(this.#registration);
  }

  /** Ends every call and the registration. Reports nothing any more after it has returned. */
  remove(): void {
    this.#cancelWait();
    for (const call of [...this.#calls.values()]) call.release();
    this.watches.end();
    this.#quietCalls.end();
    this.#connection?.leave();
    this.#connection = null;
    this.#tell({ state: 'unregistered', status: null });
  }

  invite(callId: string, target: string): void {
    if (this.#connection === null || this.#registration.state !== 'registered') {
      this.tools.report({ kind: 'ended', line: this.id, call: callId, by: 'network', status: null });
      return;
    }
    try {
      const address = targetAddress(target, this.account.domain);
      this.#adopt(callId, target, new Inviter(this.#connection.userAgent, address)).start();
    } catch {
      // What was dialled makes no address: nobody was called, and nobody refused.
      this.tools.report({ kind: 'ended', line: this.id, call: callId, by: 'near', status: null });
    }
  }

  get busy(): boolean {
    return this.#calls.size > 0;
  }

  /** @returns undefined where the call has ended meanwhile */
  call(callId: string): Call | undefined {
    return this.#calls.get(callId);
  }

  sendDigit(callId: string, digit: string): void {
    this.#calls.get(callId)?.sendDigit(digit, this.account.digits);
  }

  /** @param target a number of the account's domain, or a whole address */
  transfer(callId: string, target: string): void {
    const call = this.#calls.get(callId);
    try {
      call?.transfer({ address: targetAddress(target, this.account.domain).toString(), replaces: null });
    } catch {
      // What was dialled makes no address.
      this.tools.report({ kind: 'transferProgress', line: this.id, call: callId, status: 404, done: true });
    }
  }

  setVoice(settings: VoiceSettings): void {
    this.settings = settings;
    for (const call of this.#calls.values()) call.voice.set(settings);
  }

  #registered(): void {
    // Refreshes come here too, and are no news.
    if (this.#registration.state === 'registered') return;
    this.#cancelWait = this.tools.clock.after(STABLE, () => {
      this.#attempts = { lost: 0, refused: 0 };
    });
    this.#tell({ state: 'registered', status: null });
    if (this.#connection !== null) this.watches.begin(this.#connection.userAgent);
  }

  #lost(status: number | null, retryAfter: number | null): void {
    if (status === null) this.#wait(LOST, null, retryAfter);
    else this.#wait(REFUSED, status, retryAfter);
  }

  /** @param retryAfter seconds that the server asked for */
  #wait(backOff: BackOff, status: number | null, retryAfter: number | null): void {
    this.#cancelWait();
    for (const call of [...this.#calls.values()]) call.lose();
    this.watches.lose();
    this.#quietCalls.end();
    this.#connection?.drop();
    this.#connection = null;
    const kind = backOff === LOST ? 'lost' : 'refused';
    const delay = backOffDelay(backOff, this.#attempts[kind]++, this.tools.random);
    this.#cancelWait = this.tools.clock.after(Math.max(delay, (retryAfter ?? 0) * 1000), () => this.connect());
    this.#tell({ state: 'unregistered', status });
  }

  #invited(invitation: Invitation): void {
    const callId = this.tools.newId();
    const { request } = invitation;
    // RFC 3325, 5: the identity that a trusted server asserts goes before the one that the caller claims.
    const caller = partyOf(invitation.assertedIdentity ?? invitation.remoteIdentity);
    const old = [...this.#calls].find(([, one]) => one.isOf(invitation.replacee));
    const call = this.#adopt(callId, '', invitation, (status) => {
      if (status >= 300) old?.[1].supersede(false);
    });
    // RFC 3891, 3: "the UA accepts the new call … and terminates the replaced one": nobody has to answer twice.
    if (old) {
      const [oldId, replaced] = old;
      replaced.supersede(true);
      this.tools.report({ kind: 'replaced', line: this.id, call: oldId, next: callId, ...caller });
      call.answer();
      return;
    }
    this.tools.report({
      kind: 'incoming',
      line: this.id,
      call: callId,
      ...caller,
      sipCallId: request.callId,
      autoAnswer: asksForAnswer(request),
      source: sourceOf(request),
    });
  }

  /** The far end of the call sends us on. */
  #referred(callId: string, session: Session, referral: Referral): void {
    const next = this.tools.newId();
    const inviter = followReferral(session, referral, this.account.domain);
    if (inviter === null) return;
    const { target, call, report } = inviter;
    this.tools.report({ kind: 'referred', line: this.id, call: callId, next, target });
    this.#adopt(next, target, call, report).start();
  }

  /** @param target whom we call; empty for a call that comes in */
  #adopt(
    callId: string,
    target: string,
    session: Inviter | Invitation,
    onStatus: (status: number) => void = () => {},
    trail = new Trail(this.account.domain),
  ): Call {
    const { report, clock, random, sources, createAudio } = this.tools;
    const about = { line: this.id, call: callId } as const;
    const voice = new Voice(sources, createAudio, clock, this.settings, (source) =>
      report({ kind: 'voice', ...about, source }),
    );
    const call = new Call(session, voice, clock, random, {
      onPlaced: (sipCallId) => {
        if (!trail.moved) report({ kind: 'placed', ...about, target, sipCallId });
      },
      onResponse: (status, message) => {
        if (status < 300) onStatus(status);
        report({ kind: 'response', ...about, status, ...forwardingTold(message) });
        const party = assertedIn(message);
        if (party) report({ kind: 'identity', ...about, ...party });
      },
      onRefused: (status, message) => {
        const next = trail.after(session, status, message);
        if (typeof next === 'number') return next;
        report({ kind: 'identity', ...about, number: next.number, name: '' });
        this.#adopt(callId, target, next.call, onStatus, trail).start();
        return null;
      },
      onProgress: (phase) => report({ kind: 'progress', ...about, phase }),
      onConnected: () => {
        onStatus(200);
        report({ kind: 'connected', ...about });
      },
      onHeld: (held) => report({ kind: 'held', ...about, held }),
      onTransfer: (status, done) => report({ kind: 'transferProgress', ...about, status, done }),
      onReferral: (referral) => this.#referred(callId, session, referral),
      onEnded: (by, status) => {
        this.#calls.delete(callId);
        this.tools.onCallEnded(about);
        onStatus(status ?? 487);
        report({ kind: 'ended', ...about, by, status });
      },
    });
    this.#voices.set(session, voice);
    this.#calls.set(callId, call);
    return call;
  }

  #makeQuietCall(target: URI): Inviter {
    if (this.#connection === null) throw new Error('A line without a connection is to call somebody');
    return this.#quietCalls.make(this.#connection.userAgent, target);
  }

  #voiceOf(session: Session): Voice {
    const voice = this.#voices.get(session) ?? this.#quietCalls.voiceOf(session);
    if (voice === undefined) throw new Error('A session that is no call of this line wants a voice');
    return voice;
  }

  #tell(registration: Registration): void {
    this.#registration = registration;
    this.tools.report({ kind: 'registration', line: this.id, ...registration });
  }
}
