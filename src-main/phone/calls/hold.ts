import type { PhoneEffect } from '../phone-effect';
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
import { type Call, isGoingOut, isHeard, isOver } from './call';
import { dropCalls } from './drop';

const askedFor = (state: PhoneState, calls: readonly Call[]): PhoneState =>
  calls.reduce((left, call) => updateCall(left, call.id, { holdPending: true }), state);

/** The calls that stand and fall with this one: its conference, or itself alone. */
export const withItsConference = (state: PhoneState, call: Call): readonly Call[] =>
  state.conference.includes(call.id) ? state.calls.filter(({ id }) => state.conference.includes(id)) : [call];

export const mix = (state: PhoneState, members: readonly Call[]): PhoneEffect => ({
  kind: 'line',
  command: {
    kind: 'join',
    line: state.device.lines[0].id,
    calls: members.map(({ line, id }) => ({ line, call: id })),
  },
});

/** Puts everybody on hold who is heard, but those. A conference on hold is mixed no more: its members wait each alone. */
export function holdOthers(state: PhoneState, kept: readonly Call[] = []): Step {
  const others = state.calls.filter((call) => isHeard(call) && !kept.some(({ id }) => id === call.id));
  const unmixes = state.mixed && others.some(({ id }) => state.conference.includes(id));
  const effects = others.map((call) => forCall('hold', call));
  const next = { ...askedFor(state, others), mixed: state.mixed && !unmixes };
  return step(next, ...(unmixes ? [mix(state, [])] : []), ...effects);
}

export function hold(state: PhoneState): Step {
  const call = selectedCall(state);
  return call && isHeard(call) ? holdOthers(state) : step(state);
}

/** Resumes the selected call, a conference as a whole. Who is heard is held for it; whom we are calling is called no more. */
export function resume(state: PhoneState): Step {
  const call = selectedCall(state);
  if (call?.phase !== 'held' || call.holdPending) return step(state);
  const back = withItsConference(state, call);
  const dropped = dropCalls(
    state,
    state.calls.filter((other) => isGoingOut(other) || isOver(other)),
  );
  const held = holdOthers(dropped.state, back);
  const resumed = back.filter((member) => member.phase === 'held' && !member.holdPending);
  const ready = { ...held.state, hook: handsFree(state), selected: call.id, selectedLine: call.line, entry: '' };
  return step(
    resumed.reduce(
      (left, member) => updateCall(left, member.id, { holdPending: true, cause: null }),
      ready as PhoneState,
    ),
    ...dropped.effects,
    ...held.effects,
    ...resumed.map((member) => forCall('resume', member)),
  );
}

/** The far end has accepted our hold or our resume; or refused it, and `held` is as it was. */
export function callHeld(state: PhoneState, id: string, held: boolean, now: number): Step {
  const call = state.calls.find((known) => known.id === id);
  if (call?.phase !== 'connected' && call?.phase !== 'held') return step(state);
  const before = call.phase === 'held';
  const refused = call.holdPending && held === before;
  const next = updateCall({ ...state, softkeyPage: 0 }, id, {
    phase: held ? 'held' : 'connected',
    holdPending: false,
    recalls: held && call.recalls,
    holdRefused: refused && !held,
  });
  if (!refused) return step(next);
  // Its user has sent it on and put the phone down, and would else hang up on whoever is still to be passed on.
  if (!held && next.hook === 'onHook' && next.consult?.sent && next.consult.first === id)
    return step(
      withNotice({ ...next, hook: handsFree(next), selected: id, selectedLine: call.line }, now, 'holdRefused'),
    );
  // A member that cannot be taken back is no member any more.
  const conference = held ? next.conference.filter((member) => member !== id) : next.conference;
  return step(withNotice({ ...next, conference }, now, held ? 'resumeRefused' : 'holdRefused'));
}
