import { type Invitation, Inviter, type Referral, type Session, type URI } from 'sip.js';
import type { Account } from '../../src-main/contract/line-port';
import { targetAddress } from './address';
import { asksForAnswer } from './auto-answer';
import { Call } from './call';
import { sourceOf } from './caller-source';
import { Connection } from './connection';
import { contactName } from './contact-name';
import { descriptionHandlerFactory } from './description-handler';
import { forwardingTold } from './forwarding-told';
import type { LineTools } from './line-tools';
import { assertedIn, callerOf } from './party';
import { QuietCalls } from './quiet-calls';
import { Trail } from './redirect/trail';
import { refusalOf } from './refuse-early';
import { Registration } from './registration';
import { leaveReplacedToUs, mayBeReplaced } from './sip-js-fixes/replaced';
import { Watches } from './subscriptions/watches';
import { Leaving } from './transfer/leaving';
import { followReferral } from './transfer/follow-referral';
import { FULL_VOICE, Voice, type VoiceSettings } from './voice';

/** One line of the phone: keeps itself registered, and holds its calls. */
export class Line {
  readonly watches: Watches;
  readonly #calls = new Map<string, Call>();
  readonly #voices = new WeakMap<Session, Voice>();
  readonly #quietCalls: QuietCalls;
  readonly #leaving: Leaving;
  readonly #registration: Registration;

  readonly #tools: LineTools;
  #settings: VoiceSettings;

  constructor(
    readonly id: string,
    readonly account: Account,
    tools: LineTools,
    settings: VoiceSettings = FULL_VOICE,
  ) {
    this.#tools = tools;
    this.#settings = settings;
    this.#quietCalls = new QuietCalls(tools);
    this.#leaving = new Leaving(tools.clock);
    const contact = contactName(account.contact, tools.newId, tools.random);
    this.watches = new Watches(
      { id, domain: account.domain, makeQuietCall: (target) => this.#makeQuietCall(target) },
      tools,
    );
    this.#registration = new Registration(
      {
        clock: tools.clock,
        random: tools.random,
        connect: (events) => {
          const withVoice = descriptionHandlerFactory(account, (session) => this.#voiceOf(session));
          return new Connection(account, contact, withVoice, tools, events);
        },
      },
      {
        onState: (state) => tools.report({ kind: 'registration', line: id, ...state }),
        onRegistered: (userAgent) => this.watches.begin(userAgent),
        onLost: () => this.#lose(),
        onInvitation: (invitation) => this.#invited(invitation),
      },
    );
  }

  get voiceSettings(): VoiceSettings {
    return this.#settings;
  }

  connect(): void {
    this.#registration.connect();
  }

  /** See Registration. */
  networkIsBack(): void {
    this.#registration.networkIsBack();
  }

  /** Says again how the line stands. */
  repeat(): void {
    this.#registration.repeat();
  }

  /** Ends every call and the registration. Reports nothing any more after it has returned. */
  remove(): void {
    for (const call of [...this.#calls.values()]) call.release();
    this.watches.end();
    this.#quietCalls.end();
    this.#registration.leave();
  }

  invite(callId: string, target: string): void {
    const { userAgent, registered } = this.#registration;
    if (userAgent === null || !registered) {
      this.#tools.report({ kind: 'ended', line: this.id, call: callId, by: 'network', status: null });
      return;
    }
    try {
      const address = targetAddress(target, this.account.domain);
      this.#adopt(callId, target, new Inviter(userAgent, address)).start();
    } catch {
      // What was dialled makes no address: nobody was called, and nobody refused.
      this.#tools.report({ kind: 'ended', line: this.id, call: callId, by: 'near', status: null });
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
      const address = targetAddress(target, this.account.domain).toString();
      // A server that still has our own call to the target finds it busy, and the caller would be lost.
      this.#leaving.whenGone(() => {
        if (this.#calls.get(callId) === call) call?.transfer({ address, replaces: null });
      });
    } catch {
      // What was dialled makes no address.
      this.#tools.report({ kind: 'transferProgress', line: this.id, call: callId, status: 404, done: true });
    }
  }

  setVoice(settings: VoiceSettings): void {
    this.#settings = settings;
    for (const call of this.#calls.values()) call.voice.set(settings);
  }

  #lose(): void {
    for (const call of [...this.#calls.values()]) call.lose();
    this.watches.lose();
    this.#quietCalls.end();
  }

  #invited(invitation: Invitation): void {
    const { request, replacee } = invitation;
    const old = [...this.#calls].find(([, one]) => one.isOf(replacee));
    // RFC 3891, 3: 481 Call/Transaction Does Not Exist.
    if (replacee && !(old && mayBeReplaced(replacee))) {
      invitation.reject({ statusCode: 481 }).catch(() => {});
      return;
    }
    const refusal = refusalOf(request);
    if (refusal !== null) {
      invitation.reject(refusal).catch(() => {});
      return;
    }
    const callId = this.#tools.newId();
    const caller = callerOf(request);
    const call = this.#adopt(callId, '', invitation, (status) => {
      if (status >= 300) old?.[1].supersede(false);
      else if (status >= 200) old?.[1].giveWay();
    });
    // RFC 3891, 3: the new call is accepted, and the one that it replaces is ended: nobody has to answer twice.
    if (old) {
      const [oldId, replaced] = old;
      leaveReplacedToUs(invitation);
      replaced.supersede(true);
      this.#tools.report({ kind: 'replaced', line: this.id, call: oldId, next: callId, ...caller });
      call.answer();
      return;
    }
    this.#tools.report({
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
    const next = this.#tools.newId();
    const inviter = followReferral(session, referral, this.account.domain);
    if (inviter === null) return;
    const { target, call, report } = inviter;
    this.#tools.report({ kind: 'referred', line: this.id, call: callId, next, target });
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
    const { report, clock, random, sources, createAudio } = this.#tools;
    const about = { line: this.id, call: callId } as const;
    const voice = new Voice(sources, createAudio, clock, this.#settings, (source) =>
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
      onParty: (message) => {
        const party = assertedIn(message);
        if (party) report({ kind: 'identity', ...about, ...party });
      },
      onReferral: (referral) => this.#referred(callId, session, referral),
      onEnded: (by, status) => {
        this.#calls.delete(callId);
        if (by === 'near' && session instanceof Inviter) this.#leaving.add(session);
        this.#tools.onCallEnded(about);
        onStatus(status ?? 487);
        report({ kind: 'ended', ...about, by, status });
      },
    });
    this.#voices.set(session, voice);
    this.#calls.set(callId, call);
    return call;
  }

  #makeQuietCall(target: URI): Inviter {
    const { userAgent } = this.#registration;
    if (userAgent === null) throw new Error('A line without a connection is to call somebody');
    return this.#quietCalls.make(userAgent, target);
  }

  #voiceOf(session: Session): Voice {
    const voice = this.#voices.get(session) ?? this.#quietCalls.voiceOf(session);
    if (voice === undefined) throw new Error('A session that is no call of this line wants a voice');
    return voice;
  }
}
