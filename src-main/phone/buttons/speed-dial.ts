import { isRingingIn } from '../calls/call';
import { dial } from '../dialling';
import { lineInFocus } from '../lines';
import { isDialling, type PhoneState, type Step, step, withNotice } from '../phone-state';

/**
 * Calls a number that a key stands for: on hook by the speaker or the headset, off hook with the dial tone there is, also as
 * the one whom a call is passed on to. In a call, and while the phone rings, the key takes and ends nothing.
 */
export function callAtOnce(state: PhoneState, number: string, now: number, line = lineInFocus(state)): Step {
  const free = state.hook === 'onHook' ? !state.calls.some(isRingingIn) : isDialling(state);
  return free ? dial(state, number, now, line) : step(withNotice(state, now, 'keyNotActive'));
}

export const pressSpeedDial = (state: PhoneState, number: string, now: number): Step => callAtOnce(state, number, now);
