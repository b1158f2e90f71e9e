import type { LineEvent } from '../contract/line-port';
import type { Hook } from '../contract/phone-snapshot';
import { calledOutcome, causeOf, incomingCall, isOver } from './calls/call';
import { recordOf } from './calls/records';
import { cover, goOnHook, uncoverWhenIdle } from './dialling';
import { lineInFocus } from './lines';
import {
  callInPhase,
  forCall,
  isIdle,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  updateCall,
  withNotice,
  withoutCall,
} from './phone-state';

/** A call comes in. It is refused where the phone has no hand free for it. */
export function ringIn(state: PhoneState, event: Extract<LineEvent, { kind: 'incoming' }>, now: number): Step {
  const call = incomingCall(event, now);
  if (!isIdle(state) && !canWait(state))
    return step(state, forCall('release', call), { kind: 'callRecorded', record: recordOf(call, now) });
  const waiting = { ...state, entry: '', entryCompleteAt: null, softkeyPage: 0, notice: null };
  return step(cover({ ...waiting, calls: [...state.calls, call], selected: call.id }));
}

/** Call waiting: one more call may come while one stands or is held, and nothing else is being done. */
function canWait(state: PhoneState): boolean {
  const stands = state.calls.every(({ phase }) => phase === 'connected' || phase === 'held');
  const dialling = state.entry !== '' || (state.hook !== 'onHook' && state.selected === null);
  return state.features?.callWaiting === true && stands && state.calls.length === 1 && !dialling;
}

/** Takes the call that rings; one that stands is held for it. */
export function answer(state: PhoneState, hook: Exclude<Hook, 'onHook'>): Step {
  const call = callInPhase(state, 'ringIn');
  if (!call) return step(state);
  const standing = callInPhase(state, 'connected');
  const held = standing && !standing.holdPending ? updateCall(state, standing.id, { holdPending: true }) : state;
  const rest = state.calls.filter(isOver).reduce((left, over) => withoutCall(left, over.id), held);
  const effects = standing && held !== state ? [forCall('hold', standing)] : [];
  const ready = { ...rest, hook, selected: call.id, selectedLine: call.line, softkeyPage: 0 };
  return step(ready, ...effects, forCall('answer', call));
}

/** EndCall: also puts a lifted handset back, so that the line is on hook. */
export function endCall(state: PhoneState): Step {
  const call = selectedCall(state);
  if (call?.phase === 'held') return step(withoutCall(state, call.id), forCall('release', call));
  if (call?.phase === 'ringIn') return step(uncoverWhenIdle(withoutCall(state, call.id)), forCall('release', call));
  return goOnHook(state);
}

/** Milliseconds in which the service answers the key with a screen, or does not work. */
const ANSWER_WITHIN = 5000;

/**
 * "Because Phone B is busy or does not reply, Phone A activates the Call Back feature by using the CallBack softkey."
 * The call is released, whatever the service answers; on an idle phone the key asks how things stand.
 */
export function pressCallBack(before: PhoneState, now: number): Step {
  const state = { ...before, answerDueAt: now + ANSWER_WITHIN };
  const call = selectedCall(state);
  const line = lineInFocus(state);
  if (!call || call.direction === 'in' || call.phase === 'held' || call.phase === 'connected')
    return step(state, { kind: 'callBackPressed', line, called: null });
  const released = goOnHook(state);
  const called = { number: call.number, outcome: calledOutcome(call) };
  return step(released.state, ...released.effects, { kind: 'callBackPressed', line, called });
}

export function hold(state: PhoneState): Step {
  const call = selectedCall(state);
  if (call?.phase !== 'connected' || call.holdPending) return step(state);
  return step(updateCall(state, call.id, { holdPending: true }), forCall('hold', call));
}

/** Resumes the selected call; one that stands beside it is held first. */
export function resume(state: PhoneState): Step {
  const call = selectedCall(state);
  if (call?.phase !== 'held' || call.holdPending) return step(state);
  const standing = callInPhase(state, 'connected');
  const effects = standing ? [forCall('hold', standing)] : [];
  const hook = state.hook === 'onHook' ? 'speaker' : state.hook;
  return step(
    updateCall({ ...state, hook, selectedLine: call.line }, call.id, { holdPending: true }),
    ...effects,
    forCall('resume', call),
  );
}

export function callProgress(state: PhoneState, event: Extract<LineEvent, { kind: 'progress' }>): Step {
  return event.phase === 'ringing'
    ? step(updateCall(state, event.call, { phase: 'ringOut', hasRung: true }))
    : step(state);
}

export function callConnected(state: PhoneState, id: string, now: number): Step {
  return step(updateCall({ ...state, softkeyPage: 0 }, id, { phase: 'connected', connectedAt: now }));
}

export function callHeld(state: PhoneState, id: string, held: boolean): Step {
  return step(updateCall({ ...state, softkeyPage: 0 }, id, { phase: held ? 'held' : 'connected', holdPending: false }));
}

/** A call has ended by itself: refused, hung up by the far end, or lost. */
export function callEnded(state: PhoneState, event: Extract<LineEvent, { kind: 'ended' }>, now: number): Step {
  const call = state.calls.find((known) => known.id === event.call);
  if (!call || isOver(call)) return step(state);
  if (call.phase === 'proceed' || call.phase === 'ringOut') {
    const cause = event.by === 'network' ? 'connectionLost' : causeOf(event.status, call.hasRung);
    return step({
      ...updateCall(state, call.id, { phase: cause === 'busy' ? 'busy' : 'failed', cause }),
      softkeyPage: 0,
    });
  }
  const cause = event.by === 'network' ? 'connectionLost' : 'callEnded';
  if (call.phase === 'connected' && state.hook === 'handset')
    return step({ ...updateCall(state, call.id, { phase: 'disconnected', cause }), softkeyPage: 0 });
  const rest = withoutCall(state, call.id);
  // A caller who gives up leaves nothing to say; a conversation that ends does.
  const told = call.phase === 'ringIn' && event.by === 'far' ? rest : withNotice(rest, now, cause);
  return call.phase === 'connected' ? step(goOnHook(told).state) : step(uncoverWhenIdle(told));
}
