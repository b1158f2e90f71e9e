import type { LineEvent } from '../../contract/line-port';
import { goOnHook, uncoverWhenIdle } from '../dialling';
import {
  callById,
  isDialling,
  type PhoneState,
  type Step,
  step,
  updateCall,
  withNotice,
  withoutCall,
} from '../phone-state';
import type { PhraseId } from '../phrases';
import { type Call, causeOf, incomingCall, isGoingOut, isInHand, isOver, isRingingIn, outgoingCall } from './call';
import { dropCalls } from './drop';
import { backToFirst } from './end';
import { resume } from './hold';
import { causeOfTransfer, sentOn } from './transfer';

type Event<Kind extends LineEvent['kind']> = Extract<LineEvent, { kind: Kind }>;

export function callProgress(state: PhoneState, event: Event<'progress'>): Step {
  const call = callById(state, event.call);
  const rings = call !== undefined && isGoingOut(call) && event.phase === 'ringing';
  return step(rings ? updateCall(state, call.id, { phase: 'ringOut', hasMethod: true }) : state);
}

/** The call stands. One that the far end has sent us on from is over with it. */
export function callConnected(state: PhoneState, id: string, now: number): Step {
  const call = callById(state, id);
  if (!call || !(isGoingOut(call) || call.phase === 'ringIn')) return step(state);
  const standing = { phase: 'connected', connectedAt: now, answerPending: false, replaces: null } as const;
  const connected = updateCall({ ...state, softkeyPage: 0 }, id, standing);
  const before = callById(state, call.replaces);
  return before ? dropCalls(inItsPlace(connected, before.id, id), [before]) : step(connected);
}

/** What a call was part of, its successor is part of. */
const inItsPlace = (state: PhoneState, before: string, after: string): PhoneState => {
  const follow = (id: string): string => (id === before ? after : id);
  const { consult } = state;
  return {
    ...state,
    selected: state.selected && follow(state.selected),
    conference: state.conference.map(follow),
    mixed: state.mixed && !state.conference.includes(before),
    consult: consult && { ...consult, first: follow(consult.first), second: consult.second && follow(consult.second) },
  };
};

export const callReferred = (state: PhoneState, event: Event<'referred'>, now: number): Step =>
  step(sentOn(state, event, outgoingCall(event.next, event.line, event.target, now)));

/**
 * Somebody else has taken the far end's place, with a call of its own that is answered already. The line page ends the call
 * before: to end it from here as well would come in its way.
 */
export function callReplaced(state: PhoneState, event: Event<'replaced'>, now: number): Step {
  const { call: id, next, line, number, name } = event;
  const arrived = incomingCall({ call: next, line, number, name, source: null }, now);
  const standing: Call = { ...arrived, phase: 'connected', connectedAt: now };
  const before = callById(state, id);
  if (!before) return step({ ...state, calls: [...state.calls, standing] });
  const calls = state.calls.flatMap((call) => (call === before ? [before, standing] : [call]));
  return step(withoutCall(inItsPlace({ ...state, calls, softkeyPage: 0 }, id, next), id));
}

/** A call has ended by itself: refused, hung up by the far end, or lost. */
export function callEnded(state: PhoneState, event: Event<'ended'>, now: number): Step {
  const call = callById(state, event.call);
  if (!call || isOver(call)) return step(state);
  const why = event.by === 'network' ? 'connectionLost' : null;
  if (isGoingOut(call)) return refused(state, call, why ?? causeOf(event.status, call.hasMethod), now);
  const cause = why ?? 'callEnded';
  // A caller who gives up leaves nothing to say; a conversation that ends does.
  if (isRingingIn(call)) {
    const left = withoutCall(state, call.id);
    return step(uncoverWhenIdle(event.by === 'far' ? left : withNotice(left, now, cause)));
  }
  return conversationEnded(state, call, cause, now);
}

function refused(state: PhoneState, call: Call, cause: PhraseId, now: number): Step {
  const { consult } = state;
  const rest = withoutCall(state, call.id);
  if (consult?.second === call.id) {
    const told = consult.purpose === 'transfer' ? causeOfTransfer(cause) : cause;
    const back = backToFirst(withNotice({ ...rest, consult }, now, told));
    // Who has dialled is at the phone: the caller need not wait for another key.
    return resume(back);
  }
  // The one who has sent us there is still on the line.
  if (callById(state, call.replaces)) {
    const selected = state.selected === call.id ? call.replaces : state.selected;
    return step(withNotice({ ...rest, selected }, now, cause));
  }
  const phase = cause === 'busy' ? 'busy' : 'failed';
  return step({ ...updateCall(state, call.id, { phase, cause }), softkeyPage: 0 });
}

function conversationEnded(state: PhoneState, call: Call, cause: PhraseId, now: number): Step {
  const { consult } = state;
  const alone = state.calls.length === 1;
  if (alone && call.phase === 'connected' && state.hook === 'handset')
    return step({ ...updateCall(state, call.id, { phase: 'disconnected', cause }), softkeyPage: 0 });
  const rest = withNotice(withoutCall(state, call.id), now, cause);
  if (consult?.second === call.id && !consult.sent) return step(backToFirst({ ...rest, consult }));
  const successor = state.calls.find(({ replaces }) => replaces === call.id);
  if (successor || isDialling(state) || rest.calls.some((other) => isInHand(other) || isOver(other)))
    return step(uncoverWhenIdle(rest));
  // While there is another one to take, a lifted handset stays so, and a held call that ends changes nothing.
  const stays = rest.calls.length > 0 && (call.phase === 'held' || state.hook === 'handset');
  return stays ? step(rest) : goOnHook(rest);
}
