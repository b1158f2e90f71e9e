import { andThen, callById, forCall, type PhoneState, type Step, step, updateCall } from '../phone-state';
import { type Call, isHeard, isOver } from './call';
import { dropCalls } from './drop';
import { mix } from './hold';

/**
 * What holds after every step, whatever it was:
 *
 * - a conference has two members at least, and is mixed as soon as all of them are heard;
 * - a consult has both its calls;
 * - nobody is heard by a phone that is on hook, and one conversation at a time by one that is not: the others are held.
 *   Whoever cannot be held keeps the voice; of two such, the one that is not in front is ended.
 */
export const settle = (state: PhoneState): Step => andThen(oneVoice(tidy(state)), (heard) => mixWhenHeard(tidy(heard)));

function tidy(state: PhoneState): PhoneState {
  const there = (id: string): boolean => state.calls.some((call) => call.id === id && !isOver(call));
  const members = state.conference.filter(there);
  const conference = members.length < 2 ? [] : members;
  const left = conference.length === state.conference.length ? state : { ...state, conference };
  const mixed = left.mixed && conference.length > 0;
  const known = state.consult && consultStands(state, there) ? state.consult : null;
  return known === state.consult && mixed === left.mixed ? left : { ...left, mixed, consult: known };
}

function consultStands({ consult, hook, selected }: PhoneState, there: (id: string) => boolean): boolean {
  if (!consult || !there(consult.first)) return false;
  if (consult.sent) return true;
  // Without a second call there is dial tone for it, or it has been left for another call.
  return consult.second === null ? hook !== 'onHook' && selected === null : there(consult.second);
}

function oneVoice(state: PhoneState): Step {
  const heard = state.calls.filter(isHeard);
  const kept = state.hook === 'onHook' ? [] : inFront(state, heard);
  const others = heard.filter((call) => !kept.includes(call));
  if (others.length === 0) return step(state);
  const ended = dropCalls(
    state,
    others.filter((call) => call.holdRefused),
  );
  const held = others.filter((call) => !call.holdRefused);
  const unmixes = state.mixed && held.some(({ id }) => state.conference.includes(id));
  const next = held.reduce((left, { id }) => updateCall(left, id, { holdPending: true }), ended.state);
  return step(
    { ...next, mixed: state.mixed && !unmixes },
    ...ended.effects,
    ...(unmixes ? [mix(state, [])] : []),
    ...held.map((call) => forCall('hold', call)),
  );
}

/** Of all who are heard, those who stay so. */
function inFront(state: PhoneState, heard: readonly Call[]): readonly Call[] {
  const selected = heard.find(({ id }) => id === state.selected);
  const keeper = heard.find(({ holdRefused }) => holdRefused);
  const call = selected?.holdRefused ? selected : (keeper ?? selected ?? heard.at(-1));
  if (!call) return [];
  return state.conference.includes(call.id) ? heard.filter(({ id }) => state.conference.includes(id)) : [call];
}

function mixWhenHeard(state: PhoneState): Step {
  if (state.mixed || state.conference.length === 0) return step(state);
  const members = state.conference.map((id) => callById(state, id)).filter((call) => call !== undefined);
  return members.every(isHeard) ? step({ ...state, mixed: true }, mix(state, members)) : step(state);
}
