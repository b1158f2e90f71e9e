import { calledOutcome } from './calls/call';
import { endCall } from './calls/end';
import { lineInFocus } from './lines';
import { andThen, type PhoneState, type Step, selectedCall, step } from './phone-state';

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
  const called = { number: call.dialled, outcome: calledOutcome(call) };
  return andThen(endCall(state), (released) => step(released, { kind: 'callBackPressed', line, called }));
}
