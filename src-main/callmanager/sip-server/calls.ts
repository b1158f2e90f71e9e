import { type Core, URI } from 'sip.js';
import { cutNumber } from '../../base/outside-text';
import type { Bindings } from './bindings';
import { Call, type CallState } from './call';
import type { Clock } from './clock';
import type { Connection } from './connection';
import type { DialogState } from './dialog-info';
import type { DialogNotifier } from './dialog-notifier';
import type { Party } from './diversion';
import { parseCount } from './lifetimes';
import { MAX_EARLY_DIALOGS_OF_PHONE, TOO_MANY } from './phone-limits';
import type { CallEvent, SipServerPorts, SipUser } from './ports';
import { dialogOfPhone, parseReplaces, type ReferTo } from './replaces';
import { Router } from './router';
import { endBehind, endOfPhone } from './transfer';

export interface CallsOptions {
  readonly domain: string;
  readonly noAnswerSeconds: number;
  /** Begins the Call-ID of every call that we make. */
  readonly callIdPrefix: string;
  readonly clock: Clock;
  readonly bindings: Bindings;
  readonly notifier: DialogNotifier;
  readonly ports: Pick<
    SipServerPorts,
    'findUser' | 'featuresOf' | 'isBusy' | 'refusesCalls' | 'onCall' | 'onHold' | 'onHold'
  >;
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
  readonly #router: Router;
  readonly #active = new Set<Call>();

  constructor(options: CallsOptions) {
    this.#options = options;
    const { ports, bindings } = options;
    this.#router = new Router({
      findUser: (number) => ports.findUser(number),
      featuresOf: (number) => ports.featuresOf(number),
      isBusy: (number, device) => ports.isBusy(number, device),
      refusesCalls: (device) => ports.refusesCalls(device),
      contactsOf: (number) => bindings.of(number),
      callsOf: ({ connection }) => this.#callsOf(connection),
    });
  }

  invite(connection: Connection, request: Core.IncomingInviteRequest, caller: SipUser): void {
    const { callIdPrefix, clock, domain, noAnswerSeconds } = this.#options;
    const { message } = request;
    // RFC 3261 section 8.1.1.6: 70 unless told; section 16.3: at zero the answer is 483 Too Many Hops.
    const hops = parseCount(message.getHeader('max-forwards')) ?? 70;
    // We make a new dialog for every phone we ring, so only the Call-ID shows that an INVITE has come back to us.
    const looped = message.callId.startsWith(callIdPrefix);
    if (hops === 0 || looped) {
      request.reject({ statusCode: looped ? 482 : 483 });
      return;
    }
    if (this.#earlyOf(caller) >= MAX_EARLY_DIALOGS_OF_PHONE) {
      request.reject(TOO_MANY);
      return;
    }
    const call = new Call({
      request,
      connection,
      caller,
      dialled: cutNumber(message.ruri?.user ?? ''),
      domain,
      maxForwards: Math.min(hops, 70) - 1,
      noAnswerSeconds,
      clock,
      router: this.#router,
      findTarget: (asked) => this.#findTarget(asked),
      onChange: (changed, status) => this.#changed(changed, status),
      onHold: ({ id }, { number }, on) => this.#options.ports.onHold?.(id, number, on),
      onForward: (forwarded, left, cause, offered) => this.#forwarded(forwarded, left, cause, offered),
    });
    this.#active.add(call);
    const replaces = message.getHeader('replaces');
    if (!this.#isOurs(message.ruri?.host)) call.refuse(404);
    else if (replaces === undefined) call.start();
    else this.#replace(call, replaces);
  }

  connectionLost(connection: Connection): void {
    for (const call of this.#active) call.connectionLost(connection);
  }

  #earlyOf({ device }: SipUser): number {
    return [...this.#active].filter(({ caller, state }) => caller.device === device && state !== 'connected').length;
  }

  /** RFC 3891, 3: "If no match is found, the UAS rejects the INVITE and returns a 481 Call/Transaction Does Not Exist". */
  #replace(call: Call, header: string): void {
    const name = parseReplaces(header);
    const end = name ? this.#first(({ ends }) => endOfPhone(ends, name)) : undefined;
    const binding =
      end && this.#options.bindings.of(end.party.number).find(({ connection }) => connection === end.leg.connection);
    if (end && binding && end.party.number === call.dialled) call.replace(end.party, binding, header);
    else call.refuse(481);
  }

  /** The target of a transfer, as the phone that is sent there has to name it. */
  #findTarget({ uri, replaces }: ReferTo): ReferTo | null {
    if (!replaces) return { uri, replaces };
    const end = this.#first(({ ends }) => endBehind(ends, replaces));
    return end
      ? { uri: new URI('sip', end.party.number, this.#options.domain), replaces: dialogOfPhone(end.leg) }
      : null;
  }

  #first<Found>(find: (call: Call) => Found | undefined): Found | undefined {
    for (const call of this.#active) {
      const found = find(call);
      if (found) return found;
    }
    return undefined;
  }

  #isOurs(host: string | undefined): boolean {
    return host === this.#options.domain.toLowerCase();
  }

  /** Each line of each phone has a connection of its own. */
  #callsOf(connection: Connection): readonly boolean[] {
    return [...this.#active].filter((call) => call.involves(connection)).map(({ state }) => state === 'connected');
  }

  #changed(call: Call, status: number | null): void {
    const state = EVENT_STATES[call.state];
    if (call.state === 'ended') this.#active.delete(call);
    if (state) this.#options.ports.onCall({ ...this.#about(call), state, status });
    if (call.offered.anywhere) this.#tellWatchers(call);
  }

  #forwarded(call: Call, left: Party, cause: number, offered: boolean): void {
    this.#options.ports.onCall({ ...this.#about(call), state: 'forwarded', status: cause });
    if (offered) this.#tellCalled(call, left, 'terminated');
  }

  #about({ id, caller, called, dialled, answeredBy }: Call): Omit<CallEvent, 'state' | 'status'> {
    const devices = { fromDevice: caller.device, toDevice: answeredBy?.device ?? null };
    return { id, from: caller.number, to: called.number, dialled, ...devices };
  }

  #tellWatchers(call: Call): void {
    const states = DIALOG_STATES[call.state];
    // RFC 4235 section 3.7.1: a caller who has been told of a forward has an early dialog, whatever the next phone does.
    const early = call.isForwarded && (states.caller === 'trying' || states.caller === 'proceeding');
    this.#options.notifier.change(call.caller.number, {
      id: call.id,
      callId: call.callId,
      direction: 'initiator',
      state: early ? 'early' : states.caller,
      remote: this.#identityOf(call.called),
    });
    if (call.offered.here) this.#tellCalled(call, call.called, states.called);
  }

  #tellCalled({ id, callId, caller }: Call, called: Party, state: DialogState): void {
    const remote = this.#identityOf(caller);
    this.#options.notifier.change(called.number, { id, callId, direction: 'recipient', state, remote });
  }

  #identityOf({ number, displayName }: Party): { readonly uri: string; readonly displayName: string } {
    return { uri: `sip:${number}@${this.#options.domain}`, displayName };
  }
}
