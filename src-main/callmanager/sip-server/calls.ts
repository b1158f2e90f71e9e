import { randomUUID } from 'node:crypto';
import type { Core } from 'sip.js';
import type { Bindings } from './bindings';
import { Call, type CallState } from './call';
import type { Clock } from './clock';
import type { Connection } from './connection';
import type { DialogState } from './dialog-info';
import type { DialogNotifier } from './dialog-notifier';
import { parseCount } from './lifetimes';
import type { CallEvent, SipServerPorts, SipUser } from './ports';

export interface CallsOptions {
  readonly domain: string;
  readonly noAnswerSeconds: number;
  /** Begins the Call-ID of every call that we make. */
  readonly callIdPrefix: string;
  readonly clock: Clock;
  readonly bindings: Bindings;
  readonly notifier: DialogNotifier;
  readonly ports: Pick<SipServerPorts, 'findUser' | 'isBusy' | 'onCall'>;
}

const DIALOG_STATES: Readonly<Record<CallState, { readonly caller: DialogState; readonly called: DialogState }>> = {
  offered: { caller: 'trying', called: 'trying' },
  // RFC 4235 section 3.7.1: only the side that sent the INVITE knows "proceeding".
  proceeding: { caller: 'proceeding', called: 'trying' },
  ringing: { caller: 'early', called: 'early' },
  connected: { caller: 'confirmed', called: 'confirmed' },
  ended: { caller: 'terminated', called: 'terminated' },
};

/** What CallManager is told; that a phone has begun to work on the INVITE is for the watchers only. */
const EVENT_STATES: Readonly<Record<CallState, CallEvent['state'] | undefined>> = {
  offered: 'proceeding',
  proceeding: undefined,
  ringing: 'ringing',
  connected: 'connected',
  ended: 'ended',
};

/** Lets calls in or refuses them, and holds those that go on. */
export class Calls {
  readonly #options: CallsOptions;
  readonly #active = new Set<Call>();

  constructor(options: CallsOptions) {
    this.#options = options;
  }

  invite(connection: Connection, request: Core.IncomingInviteRequest, caller: SipUser): void {
    const { bindings, callIdPrefix, ports } = this.#options;
    const { message } = request;
    // RFC 3261 section 8.1.1.6: 70 unless told; section 16.3: at zero the answer is 483 Too Many Hops.
    const hops = parseCount(message.getHeader('max-forwards')) ?? 70;
    // We make a new dialog for every phone we ring, so only the Call-ID shows that an INVITE has come back to us.
    const looped = message.callId.startsWith(callIdPrefix);
    if (hops === 0 || looped) {
      request.reject({ statusCode: looped ? 482 : 483 });
      return;
    }
    const number = message.ruri?.user ?? '';
    const called = this.#isOurs(message.ruri?.host) ? ports.findUser(number) : undefined;
    const contacts = called ? bindings.of(called.number) : [];
    const refusal = this.#refusal(caller, called, contacts.length);
    if (!called || refusal !== undefined) {
      const statusCode = refusal ?? 404;
      ports.onCall({ id: randomUUID(), from: caller.number, to: number, state: 'ended', status: statusCode });
      request.reject({ statusCode });
      return;
    }
    const { clock, domain, noAnswerSeconds } = this.#options;
    const call = new Call({
      request,
      connection,
      caller,
      called,
      domain,
      maxForwards: Math.min(hops, 70) - 1,
      noAnswerSeconds,
      clock,
      onChange: (changed, status) => this.#changed(changed, status),
    });
    this.#active.add(call);
    call.start(contacts);
  }

  connectionLost(connection: Connection): void {
    for (const call of this.#active) call.connectionLost(connection);
  }

  #isOurs(host: string | undefined): boolean {
    return host === this.#options.domain.toLowerCase();
  }

  /** Why a call cannot even be offered; undefined where it can. Call waiting is off: one call makes a number busy. */
  #refusal(caller: SipUser, called: SipUser | undefined, contacts: number): number | undefined {
    if (!called) return 404;
    if (called.number === caller.number) return 486;
    if (contacts === 0) return 480;
    const { number } = called;
    const inCall = [...this.#active].some((call) => call.caller.number === number || call.called.number === number);
    return inCall || this.#options.ports.isBusy(number) ? 486 : undefined;
  }

  #changed(call: Call, status: number | null): void {
    const { state, id, caller, called } = call;
    if (state === 'ended') this.#active.delete(call);
    const event = EVENT_STATES[state];
    if (event) this.#options.ports.onCall({ id, from: caller.number, to: called.number, state: event, status });
    this.#tellWatchers(call);
  }

  #tellWatchers({ id, callId, caller, called, state }: Call): void {
    const { domain, notifier } = this.#options;
    const remote = (user: SipUser) => ({ uri: `sip:${user.number}@${domain}`, displayName: user.displayName });
    const states = DIALOG_STATES[state];
    notifier.change(caller.number, {
      id,
      callId,
      direction: 'initiator',
      state: states.caller,
      remote: remote(called),
    });
    notifier.change(called.number, {
      id,
      callId,
      direction: 'recipient',
      state: states.called,
      remote: remote(caller),
    });
  }
}
