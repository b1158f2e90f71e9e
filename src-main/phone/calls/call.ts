import type { CalledOutcome } from '../../contract/cti-messages';
import type { LineEvent } from '../../contract/line-port';
import type { PhraseId } from '../phrases';

/**
 * One call as its phone sees it.
 *
 * ```
 *   proceed ──> ringOut ──┬──────────> connected <──> held
 *      │           │      │                │           │
 *      └─────┬─────┘   ringIn              └─────┬─────┘
 *            v                                   v
 *       busy | failed                      disconnected
 * ```
 * `disconnected` is there only while the handset stays lifted after the far end has hung up. A `held` call is silent in both
 * directions; how calls stand to each other (transfer, conference) is the phone's, see PhoneState.
 */
export interface Call {
  readonly id: string;
  /** The line's id towards the line page. */
  readonly line: string;
  readonly direction: 'out' | 'in';
  /** Whom it has reached, or who calls. */
  readonly number: string;
  /** The number that was dialled: calls may be forwarded from there, and whoever wants to be called back waits for it. */
  readonly dialled: string;
  /** Empty where nobody said it. */
  readonly name: string;
  readonly phase: CallPhase;
  /** Why a call failed or ended, or why it could not be passed on: a phrase for the prompt line. */
  readonly cause: PhraseId | null;
  /** The far phone has rung: a call that fails after that was not answered, one that fails before was not delivered. */
  readonly hasMethod: boolean;
  /** When it was dialled, or began to ring here: milliseconds since the epoch, as all times are. */
  readonly startedAt: number;
  /** Null before the call was answered. */
  readonly connectedAt: number | null;
  /** A hold or resume has been sent and not been answered yet. */
  readonly holdPending: boolean;
  /**
   * It waits on hold because it could not be passed on, and its user has turned away: it rings here until it is taken back, as
   * CallManager's hold reversion does. The microphone is not opened for it unasked.
   */
  readonly recalls: boolean;
  /** The far end would not be held: nobody asks it again but its user. */
  readonly holdRefused: boolean;
  /** We have answered, and the line page has not said yet that the call stands. */
  readonly answerPending: boolean;
  /** The far end of that call has sent us to this one: it goes when this one is answered. */
  readonly replaces: string | null;
  readonly microphone: boolean;
  /** Of a call that comes in: where the caller is, as far as that is known. */
  readonly source: 'inside' | 'outside' | null;
}

type CallPhase = 'proceed' | 'ringOut' | 'ringIn' | 'connected' | 'held' | 'busy' | 'failed' | 'disconnected';

const fresh = {
  cause: null,
  hasMethod: false,
  connectedAt: null,
  holdPending: false,
  recalls: false,
  holdRefused: false,
  answerPending: false,
  replaces: null,
  microphone: true,
  source: null,
} as const;

export const outgoingCall = (id: string, line: string, number: string, now: number): Call => ({
  ...fresh,
  startedAt: now,
  id,
  line,
  number,
  dialled: number,
  direction: 'out',
  name: '',
  phase: 'proceed',
});

type Caller = Pick<Extract<LineEvent, { kind: 'incoming' }>, 'call' | 'line' | 'number' | 'name' | 'source'>;

export const incomingCall = ({ call, line, number, name, source }: Caller, now: number): Call => ({
  ...fresh,
  startedAt: now,
  id: call,
  line,
  number,
  dialled: number,
  name,
  direction: 'in',
  phase: 'ringIn',
  source,
});

/** Name and number, or the one of them that there is. */
export const partyOf = ({ name, number }: Call): string =>
  name && number && name !== number ? `${name} (${number})` : name || number;

/** Its voice goes both ways, and nobody has asked for anything else. */
export const isHeard = (call: Call): boolean => call.phase === 'connected' && !call.holdPending;

/** On hold, and asked to come back: what is keyed in is meant for its far end, who hears it once the call is back. */
export const isComingBack = (call: Call): boolean => call.phase === 'held' && call.holdPending;

/** On hold, or on the way there. */
export const isPutAside = (call: Call): boolean =>
  call.phase === 'held' || (call.phase === 'connected' && call.holdPending);

/** We call somebody who has not answered. */
export const isGoingOut = (call: Call): boolean => call.phase === 'proceed' || call.phase === 'ringOut';

/** Somebody calls who has not been answered, or is back from a transfer that has failed. */
export const isRingingIn = (call: Call): boolean =>
  (call.phase === 'ringIn' && !call.answerPending) || (call.phase === 'held' && call.recalls && !call.holdPending);

/** It takes the phone's voice, or is about to. */
export const isInHand = (call: Call): boolean => isHeard(call) || isGoingOut(call) || call.answerPending;

/** The SIP server has nothing left of such a call: there is nothing to release. */
export const isOver = (call: Call): boolean =>
  call.phase === 'busy' || call.phase === 'failed' || call.phase === 'disconnected';

/** The words for a refusal, by the SIP status of RFC 3261 clause 21 that says it; null = no server answered. */
export function causeOf(status: number | null, hasMethod: boolean): PhraseId {
  switch (status) {
    case 486:
    case 600:
      return 'busy';
    case 404:
    case 484:
    case 604:
      return 'unknownNumber';
    case 403:
    case 603:
      return 'refused';
    case 408:
      return 'noAnswer';
    case 480:
      return hasMethod ? 'noAnswer' : 'numberNotReached';
    // RFC 3261, 21.4.20 and 21.4.21: forwarded in a circle, or so often that it must be one.
    case 482:
    case 483:
      return 'forwardLoop';
    case null:
      return 'connectionLost';
    default:
      // A 3xx that names nobody whom we could call.
      return status >= 300 && status < 400 ? 'refused' : 'temporaryFailure';
  }
}

/** "a user presses the CallBack softkey while receiving a busy or ringback tone": what the called party did, by this call. */
export function calledOutcome(call: Call): CalledOutcome {
  if (call.phase === 'busy') return 'busy';
  return call.phase === 'failed' && !call.hasMethod ? 'unreachable' : 'noReply';
}
