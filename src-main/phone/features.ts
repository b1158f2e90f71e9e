import { goOffHook } from './dialling';
import { type PhoneState, type Step, step, withNotice } from './phone-state';

/** CFwdALL: asks where all calls shall go, or, where they go somewhere already, brings them back. */
export function pressForwardAll(state: PhoneState, now: number): Step {
  if (!state.features) return step(withNotice(state, now, 'keyNotActive'));
  if (state.features.forwardAll) return step({ ...state, softkeyPage: 0 }, { kind: 'setForwardAll', number: null });
  const { state: ready } = goOffHook({ ...state, entry: '' }, state.hook === 'onHook' ? 'speaker' : state.hook, now);
  return step({ ...ready, asksForward: true });
}

/** DND: calls are refused from now on, or come again. */
export function pressDoNotDisturb(state: PhoneState, now: number): Step {
  return state.features
    ? step({ ...state, softkeyPage: 0 }, { kind: 'setDoNotDisturb', on: !state.features.doNotDisturb })
    : step(withNotice(state, now, 'keyNotActive'));
}
