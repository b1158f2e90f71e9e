import {
  andThen,
  type Consult,
  callById,
  hasRoom,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  withNotice,
} from '../phone-state';
import { type Call, isHeard, isPutAside } from './call';
import { holdOthers } from './hold';

/** Trnsfer or Confrn in a call: it is put on hold, and there is dial tone on its line for the other one. */
export function beginConsult(state: PhoneState, purpose: Consult['purpose'], now: number): Step {
  const call = selectedCall(state);
  if (!call || !mayBegin(state, purpose)) return step(withNotice(state, now, 'keyNotActive'));
  const consult: Consult = { purpose, first: call.id, second: null, sent: false };
  return andThen(holdOthers(state), (held) =>
    step({ ...held, consult, selected: null, selectedLine: call.line, entry: '', softkeyPage: 0, notice: null }),
  );
}

/** A conference cannot be handed over: its voices are mixed here. */
export function mayBegin(state: PhoneState, purpose: Consult['purpose']): boolean {
  const call = selectedCall(state);
  if (!call || !isHeard(call) || state.consult || !hasRoom(state)) return false;
  return purpose === 'conference' || !state.conference.includes(call.id);
}

/** Both calls of a consult that is this far, while one of them is in front. */
export function consulted(state: PhoneState, purpose: Consult['purpose']): { first: Call; second: Call } | null {
  const { consult, selected } = state;
  if (consult?.purpose !== purpose || consult.sent) return null;
  const first = callById(state, consult.first);
  const second = callById(state, consult.second);
  if (!first || !second || (selected !== first.id && selected !== second.id)) return null;
  return isPutAside(first) || isHeard(first) ? { first, second } : null;
}
