import type { LineEvent } from '../../contract/line-port';
import {
  forCall,
  handsFree,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  updateCall,
  withNotice,
} from '../phone-state';
import { type Call, isHeard } from './call';
import { beginConsult, consulted } from './consult';
import { dropCalls } from './drop';
import { withItsConference } from './hold';

/** The other one has answered: all can talk together. */
export const mayJoinConsulted = (state: PhoneState): boolean => {
  const both = consulted(state, 'conference');
  return both !== null && [both.first, both.second].every(canJoin);
};

/** Confrn: the first press asks for the number, the second one joins whoever is there. */
export function pressConference(state: PhoneState, now: number): Step {
  const both = consulted(state, 'conference');
  if (!both || !mayJoinConsulted(state)) return beginConsult(state, 'conference', now);
  return together(state, [...withItsConference(state, both.first), both.second]);
}

/** A call that stands, or is held and not on its way anywhere. */
const canJoin = (call: Call): boolean => isHeard(call) || (call.phase === 'held' && !call.holdPending);

/** Join has something to do: there are calls beside the conference. */
export const mayJoin = (state: PhoneState): boolean =>
  state.calls.filter(canJoin).length > Math.max(1, state.conference.length) && !state.consult?.sent;

/** Join: every call that is there becomes part of one conversation. */
export function pressJoin(state: PhoneState): Step {
  const others = state.calls.filter((call) => canJoin(call) && !state.conference.includes(call.id));
  const members = state.calls.filter((call) => state.conference.includes(call.id));
  return mayJoin(state) ? together(state, [...members, ...others]) : step(state);
}

/** Who is on hold is taken back first; once all are heard, they are mixed (see settle). */
function together(state: PhoneState, members: readonly Call[]): Step {
  const back = members.filter((call) => call.phase === 'held' && !call.holdPending);
  const ready: PhoneState = {
    ...state,
    hook: handsFree(state),
    consult: null,
    conference: members.map(({ id }) => id),
    mixed: false,
    entry: '',
    softkeyPage: 0,
  };
  return step(
    back.reduce((left, { id }) => updateCall(left, id, { holdPending: true, cause: null }), ready),
    ...back.map((call) => forCall('resume', call)),
  );
}

export const mayRemove = (state: PhoneState): boolean =>
  state.selected !== null && state.conference.includes(state.selected) && !state.consult;

/** RmLstC: who joined last is out. */
export function removeLast(state: PhoneState): Step {
  const last = state.calls.find((call) => call.id === state.conference.at(-1));
  return last && mayRemove(state) ? dropCalls(state, [last]) : step(state);
}

/** What the line page mixes now. Where that is less than was asked for, it could not be done. */
export function joined(state: PhoneState, event: Extract<LineEvent, { kind: 'joined' }>, now: number): Step {
  if (!state.mixed) return step(state);
  const conference = state.conference.filter((id) => event.calls.some(({ call }) => call === id));
  if (conference.length === state.conference.length) return step(state);
  const alone = selectedCall(state);
  const left = conference.length < 2 ? { ...state, conference: [], mixed: false } : { ...state, conference };
  return step(withNotice({ ...left, selected: alone?.id ?? null }, now, 'conferenceFailed'));
}
