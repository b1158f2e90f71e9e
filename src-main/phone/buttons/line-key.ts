import { type Call, isGoingOut, isInHand, isRingingIn } from '../calls/call';
import { resume } from '../calls/hold';
import { answer } from '../calls/ring-in';
import { goOffHook } from '../dialling';
import { handsFree, isDialling, type PhoneState, type Step, selectedCall, step, withNotice } from '../phone-state';
import { pressSpeedDial } from './speed-dial';

/**
 * The button of a line: answers what rings on it, resumes what is held on it, or else takes the line for a new call, for
 * which whoever is heard is put on hold. The button of a speed dial calls.
 *
 * @param button 1 to 6
 */
export function pressLine(state: PhoneState, button: number, now: number): Step {
  const { lines, speedDials } = state.device;
  const line = lines[button - 1]?.id;
  if (line === undefined) {
    const speedDial = speedDials[button - 1 - lines.length];
    return speedDial ? pressSpeedDial(state, speedDial.number, now) : step(state);
  }
  const ringing = state.calls.filter(isRingingIn);
  const here = ringing.find((call) => call.line === line);
  if (here) return answer(state, handsFree(state), here);
  const held = heldCall(state, line);
  if (held) return resume({ ...state, selected: held.id });
  const inHand = state.calls.find(isInHand);
  if (inHand?.line === line) return step({ ...state, selected: inHand.id });
  // A number that is being called, or a phone that rings on another line, wants to be seen to first.
  if (inHand ? isGoingOut(inHand) || inHand.answerPending : ringing.length > 0 && state.hook === 'onHook')
    return step(withNotice(state, now, 'keyNotActive'));
  if (isDialling(state) && state.entry !== '') return step(state);
  return goOffHook(state, handsFree(state), now, line);
}

/** The held call that the line's button is for; none while that line is in the user's hands, or a number is. */
function heldCall(state: PhoneState, line: string): Call | undefined {
  const call = selectedCall(state);
  if (call?.line === line) return call.phase === 'held' ? call : undefined;
  const inHand = state.calls.find(isInHand);
  if (inHand && (inHand.line === line || inHand.phase !== 'connected')) return undefined;
  if (isDialling(state) && (state.entry !== '' || state.selectedLine === line)) return undefined;
  return state.calls.find((other) => other.line === line && other.phase === 'held');
}
