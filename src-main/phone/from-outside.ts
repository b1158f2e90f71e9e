import { missingCase } from '../contract/missing-case';
import { answer, endCall } from './calls';
import { cover, goOnHook } from './dialling';
import { pressDoNotDisturb } from './features';
import { callInPhase, isIdle, type PhoneState, type Step, selectedCall, step, withNotice } from './phone-state';

/** What its user may ask of a phone without touching it: from the tray, a notification, or a key of the whole system. */
export type Wish = 'answer' | 'hangUp' | 'mute' | 'doNotDisturb';

export function obeyWish(state: PhoneState, wish: Wish, now: number): Step {
  switch (wish) {
    case 'answer':
      return answer(state, state.hook === 'onHook' ? state.settings.handsFree : state.hook);
    case 'hangUp':
      return hangUp(state);
    case 'mute':
      return state.hook === 'onHook'
        ? step(state)
        : step(withNotice({ ...state, muted: !state.muted }, now, state.muted ? 'muteOff' : 'muteOn'));
    case 'doNotDisturb':
      return pressDoNotDisturb(state, now);
    default:
      return missingCase(wish);
  }
}

/** The call that stands or is being made ends; where there is none, the one that rings is refused. */
function hangUp(state: PhoneState): Step {
  const ringing = callInPhase(state, 'ringIn');
  if (state.hook !== 'onHook') {
    // A call that waits beside the one that stands is not what is meant.
    const selected =
      selectedCall(state)?.phase === 'ringIn' ? (callInPhase(state, 'connected')?.id ?? null) : state.selected;
    return selected === state.selected ? endCall(state) : goOnHook(state);
  }
  return ringing ? endCall({ ...state, selected: ringing.id }) : step(state);
}

/**
 * A number from a link or the command line stands where the user would have dialled it, and waits there: it is dialled by
 * nobody but the user, however long that takes.
 */
export function fillNumber(state: PhoneState, number: string, now: number): Step {
  const hasDialTone = state.hook !== 'onHook' && state.selected === null && !state.asksForward;
  if (!isIdle(state) && !hasDialTone) return step(withNotice(state, now, 'lineInUse'));
  return step(cover({ ...state, entry: number, entryCompleteAt: null, softkeyPage: 0, notice: null }));
}
