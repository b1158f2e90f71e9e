import { missingCase } from '../base/missing-case';
import { isInHand, isRingingIn } from './calls/call';
import { endCall } from './calls/end';
import { answer, ringingCall } from './calls/ring-in';
import { cover } from './dialling';
import { pressDoNotDisturb } from './features';
import { pressKey } from './keys';
import {
  handsFree,
  isDialling,
  isIdle,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  withNotice,
} from './phone-state';

/** What its user may ask of a phone without touching it: from the tray, a notification, or a key of the whole system. */
export type Wish = 'answer' | 'hangUp' | 'mute' | 'doNotDisturb' | 'dial';

export function obeyWish(state: PhoneState, wish: Wish, now: number): Step {
  switch (wish) {
    case 'answer':
      return answer(state, handsFree(state));
    case 'hangUp':
      return hangUp(state);
    case 'mute':
      return state.hook === 'onHook'
        ? step(state)
        : step(withNotice({ ...state, muted: !state.muted }, now, state.muted ? 'muteOff' : 'muteOn'));
    case 'doNotDisturb':
      return pressDoNotDisturb(state);
    case 'dial':
      return isIdle(state) ? pressKey(state, { kind: 'enter' }, now) : step(state);
    default:
      return missingCase(wish);
  }
}

/** The call that stands or is being made ends; where there is none, the one that rings is refused. */
function hangUp(state: PhoneState): Step {
  const front = selectedCall(state);
  const meant = state.calls.find(isInHand) ?? ringingCall(state);
  // A call that waits beside the one that stands is not what is meant.
  if (meant && (state.hook === 'onHook' || (front && isRingingIn(front))))
    return endCall({ ...state, selected: meant.id });
  return state.hook === 'onHook' ? step(state) : endCall(state);
}

/**
 * A number from a link or the command line stands where the user would have dialled it, and waits there: it is dialled by
 * nobody but the user, however long that takes.
 */
export function fillNumber(state: PhoneState, number: string, now: number): Step {
  const hasDialTone = isDialling(state) && !state.asksForward;
  if (!isIdle(state) && !hasDialTone) return step(withNotice(state, now, 'lineInUse'));
  return step(cover({ ...state, entry: number, entryCompleteAt: null, softkeyPage: 0, notice: null }));
}
