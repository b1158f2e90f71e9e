import { goOnHook, ON_HOOK, uncoverWhenIdle } from '../dialling';
import { andThen, callById, isDialling, type PhoneState, type Step, selectedCall, step } from '../phone-state';
import { isInHand, isOver } from './call';
import { dropCalls } from './drop';
import { withItsConference } from './hold';

/** EndCall ends what is selected: a number being dialled, a call, or a conference for everybody in it. */
export function endCall(state: PhoneState): Step {
  const { consult } = state;
  const call = selectedCall(state);
  if (!call) return isDialling(state) && consult?.second === null ? step(backToFirst(state)) : goOnHook(state);
  if (consult?.second === call.id && !consult.sent && isInHand(call))
    return andThen(dropCalls(state, [call]), (left) => step(backToFirst({ ...left, consult })));
  const passedOn = consult?.sent && call.id === consult.first ? callById(state, consult.second) : undefined;
  const sentFrom = callById(state, call.replaces);
  const ending = [...withItsConference(state, call), ...[passedOn, sentFrom].filter((other) => other !== undefined)];
  return andThen(dropCalls(state, ending), (left) => step(putDownIfFree(left)));
}

/** A transfer or a conference is given up: the call that it began with is there again, and the phone stays off hook for it. */
export function backToFirst(state: PhoneState): PhoneState {
  const first = callById(state, state.consult?.first ?? null);
  const back = { ...state, consult: null, entry: '', entryCompleteAt: null, softkeyPage: 0 };
  return first ? { ...back, selected: first.id, selectedLine: first.line } : back;
}

/** With no call in hand the phone is on hook: also a lifted handset is put back, so that the line is free. */
export function putDownIfFree(state: PhoneState): PhoneState {
  if (state.calls.some((call) => isInHand(call) || isOver(call))) return state;
  return uncoverWhenIdle({ ...state, ...ON_HOOK });
}
