import { goOffHook } from './dialling';
import { andThen, handsFree, type PhoneState, type Step, step, withNotice } from './phone-state';

/** CFwdALL: asks where all calls shall go, or, where they go somewhere already, brings them back. */
export function pressForwardAll(state: PhoneState, now: number): Step {
  if (!state.features) return step(withNotice(state, now, 'keyNotActive'));
  if (state.features.forwardAll) return step({ ...state, softkeyPage: 0 }, { kind: 'setForwardAll', number: null });
  return andThen(goOffHook({ ...state, entry: '' }, handsFree(state), now), (ready) =>
    step({ ...ready, asksForward: true }),
  );
}

/** DND: calls are refused from now on, or come again. Where there is no CallManager to refuse them, the phone does. */
export function pressDoNotDisturb(state: PhoneState): Step {
  const next = { ...state, softkeyPage: 0 };
  return state.features
    ? step(next, { kind: 'setDoNotDisturb', on: !state.features.doNotDisturb })
    : step({ ...next, doNotDisturb: !state.doNotDisturb });
}
