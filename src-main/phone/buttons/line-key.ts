import { answer, resume } from '../calls';
import type { Call } from '../calls/call';
import { goOffHook } from '../dialling';
import { callInPhase, type PhoneState, type Step, selectedCall, step, withNotice } from '../phone-state';

/**
 * The button of a line: answers what rings on it, resumes what is held on it, or else takes the line for a new call.
 *
 * @param button 1 to 6
 */
export function pressLine(state: PhoneState, button: number, now: number): Step {
  const line = state.device.lines[button - 1]?.id;
  if (line === undefined) return step(state);
  const ringing = callInPhase(state, 'ringIn');
  if (ringing?.line === line) return answer(state, state.hook === 'onHook' ? 'speaker' : state.hook);
  const standing = ringing ?? callInPhase(state, 'proceed', 'ringOut', 'connected');
  const held = heldCall(state, line);
  if (held && (!standing || standing.phase === 'connected')) return resume({ ...state, selected: held.id });
  // A phone has one call in hand, whichever line it is on.
  if (standing) return step(standing.line === line ? state : withNotice(state, now, 'keyNotActive'));
  if (state.hook === 'onHook') return goOffHook(state, 'speaker', now, line);
  const call = selectedCall(state);
  const waits = state.entry === '' && (!call || call.phase === 'held');
  return waits ? goOffHook(state, state.hook, now, line) : step(state);
}

/** The held call that the line's button is for; none while that line is in the user's hands, or a number is. */
function heldCall(state: PhoneState, line: string): Call | undefined {
  const call = selectedCall(state);
  if (call?.line === line) return call.phase === 'held' ? call : undefined;
  const dialling = state.hook !== 'onHook' && !call;
  if (dialling && (state.entry !== '' || state.selectedLine === line)) return undefined;
  return state.calls.find((other) => other.line === line && other.phase === 'held');
}
