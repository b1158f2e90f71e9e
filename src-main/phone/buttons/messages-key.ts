import type { Messages } from '../../contract/station';
import { lineInFocus } from '../lines';
import { isDialling, type PhoneState, type Step, step, withNotice } from '../phone-state';
import { callAtOnce } from './speed-dial';

/** The messages key calls voice mail, by a line that has messages if there is one. */
export function pressMessages(state: PhoneState, now: number): Step {
  const waiting = state.device.lines.find(({ id }) => state.messages[id]?.waiting);
  const line = isDialling(state) || !waiting ? lineInFocus(state) : waiting.id;
  const number = state.features?.voiceMail ?? state.messages[line]?.account ?? null;
  if (number === null) return step(withNotice(state, now, 'noVoiceMail'));
  return callAtOnce(state, number, now, line);
}

/** Of all lines together; `unheard` 0 where the server tells no number. */
export function messagesOf({ device, messages }: PhoneState): Pick<Messages, 'waiting' | 'unheard'> {
  const told = device.lines.map(({ id }) => messages[id]).filter((one) => one?.waiting === true);
  return { waiting: told.length > 0, unheard: told.reduce((sum, one) => sum + (one?.unheard ?? 0), 0) };
}
