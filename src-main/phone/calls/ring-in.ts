import type { LineEvent } from '../../contract/line-port';
import type { Hook } from '../../contract/phone-snapshot';
import { cover } from '../dialling';
import {
  andThen,
  callById,
  callInPhase,
  forCall,
  hasRoom,
  isDialling,
  isIdle,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  updateCall,
} from '../phone-state';
import { type Call, incomingCall, isGoingOut, isHeard, isInHand, isOver, isPutAside, isRingingIn } from './call';
import { dropCalls } from './drop';
import { holdOthers, resume } from './hold';
import { recordOf } from './records';

/** A call comes in. It is refused as busy where the phone has no room for it, or its user wants none. */
export function ringIn(state: PhoneState, event: Extract<LineEvent, { kind: 'incoming' }>, now: number): Step {
  const call = incomingCall(event, now);
  if (!isWelcome(state))
    return step(state, forCall('release', call), { kind: 'callRecorded', record: recordOf(call, now) });
  const ringing = { ...state, calls: [...state.calls, call] };
  if (!comesToFront(state)) return step(ringing);
  const front = { ...ringing, selected: call.id, entry: '', entryCompleteAt: null, softkeyPage: 0, notice: null };
  return answeredByItself(cover(front), call, event.autoAnswer);
}

/** Call waiting: more calls may come while one stands, is held or is being made. */
function isWelcome(state: PhoneState): boolean {
  const { features, settings } = state;
  if (features === null && state.doNotDisturb) return false;
  return isIdle(state) || ((features?.callWaiting ?? settings.callWaiting) && hasRoom(state));
}

/** A call is back that could not be passed on (see Call.recalls). Its cause is on it. */
export function recall(state: PhoneState, call: Call): Step {
  const { autoAnswer } = state.settings;
  const ringing = updateCall(state, call.id, { recalls: true });
  if (state.hook !== 'onHook' || state.calls.some(isInHand)) return step(ringing);
  const front = {
    ...ringing,
    selected: call.id,
    selectedLine: call.line,
    entry: '',
    entryCompleteAt: null,
    softkeyPage: 0,
  };
  return autoAnswer === 'off' ? step(cover(front)) : answer(front, autoAnswer, callById(front, call.id));
}

/** It takes the softkeys, unless the user is in the middle of something that a key pressed too late would end. */
function comesToFront(state: PhoneState): boolean {
  const call = selectedCall(state);
  if (state.consult || isDialling(state)) return false;
  return !call || isHeard(call) || isPutAside(call) || isOver(call);
}

/**
 * Auto answer, while nobody talks. A microphone that its owner has not opened for such calls stays off: whoever calls may
 * be heard, but must not listen.
 */
function answeredByItself(state: PhoneState, call: Call, asked: boolean): Step {
  const { autoAnswer, intercom, handsFree } = state.settings;
  if (state.hook !== 'onHook' || state.calls.some(isInHand)) return step(state);
  if (autoAnswer !== 'off') return answer(state, autoAnswer, call);
  if (!asked || intercom === 'off') return step(state);
  return answer({ ...state, muted: intercom === 'muted' }, handsFree, call);
}

/** The call that Answer and the handset are for. */
export function ringingCall(state: PhoneState): Call | undefined {
  const call = selectedCall(state);
  return call && isRingingIn(call) ? call : state.calls.find(isRingingIn);
}

/** Takes a call that rings, or takes it back. Who is heard is put on hold for it, whom we are calling is called no more. */
export function answer(state: PhoneState, hook: Exclude<Hook, 'onHook'>, call = ringingCall(state)): Step {
  if (!call || callInPhase(state, 'ringIn')?.answerPending) return step(state);
  if (call.phase === 'held')
    return resume(cover({ ...state, hook, selected: call.id, asksForward: false, entryCompleteAt: null }));
  const given = state.calls.filter((other) => isGoingOut(other) || isOver(other));
  const free = andThen(dropCalls(state, given), holdOthers);
  const ready = {
    ...updateCall(free.state, call.id, { answerPending: true }),
    hook,
    selected: call.id,
    selectedLine: call.line,
    entry: '',
    entryCompleteAt: null,
    asksForward: false,
    softkeyPage: 0,
  };
  return step(cover(ready), ...free.effects, forCall('answer', call));
}
