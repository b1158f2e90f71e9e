import type { Digit } from '../contract/keys';
import type { Hook } from '../contract/phone-snapshot';
import { isOver, outgoingCall } from './calls/call';
import { lineInFocus } from './lines';
import { callInPhase, forCall, isIdle, type PhoneState, type Step, step, withNotice, withoutCall } from './phone-state';

/** How long a number waits for its next digit before it is dialled as it is. */
const INTERDIGIT_MILLISECONDS = 8000;

/** A call is more urgent than a screen. */
export const cover = (state: PhoneState): PhoneState =>
  state.services ? { ...state, services: { ...state.services, covered: true } } : state;

/** Lifts the handset or turns the speaker on, for a new call: dial tone, or the digits dialled on hook are called at once. */
export function goOffHook(
  state: PhoneState,
  hook: Exclude<Hook, 'onHook'>,
  now: number,
  line = lineInFocus(state),
): Step {
  const ready = cover({
    ...state,
    hook,
    selected: null,
    selectedLine: line,
    asksForward: false,
    softkeyPage: 0,
    notice: null,
  });
  return ready.entry ? dial(ready, ready.entry, now) : step(ready);
}

/** Replaces the handset: what is being dialled or talked ends, a held call stays. */
export function goOnHook(state: PhoneState): Step {
  const ending = state.calls.filter((call) => call.phase !== 'held' && call.phase !== 'ringIn');
  const effects = ending.filter((call) => !isOver(call)).map((call) => forCall('release', call));
  const rest = ending.reduce((left, call) => withoutCall(left, call.id), state);
  const put = {
    ...rest,
    hook: 'onHook',
    muted: false,
    entry: '',
    entryCompleteAt: null,
    asksForward: false,
    softkeyPage: 0,
  } as const;
  // Dial tone that leads to no call leaves the softkeys to the call that was held for it.
  return step(uncoverWhenIdle({ ...put, selected: put.selected ?? put.calls.at(-1)?.id ?? null }), ...effects);
}

/** A screen that was covered by a call is there again when the phone is idle. */
export function uncoverWhenIdle(state: PhoneState): PhoneState {
  const free = isIdle(state) && state.entry === '';
  return state.services?.covered && free ? { ...state, services: { ...state.services, covered: false } } : state;
}

/** One key of the keypad: a digit of a number, or of the far machine's menu while a call stands. */
export function pressDigit(state: PhoneState, digit: Digit, now: number): Step {
  const talking = callInPhase(state, 'connected');
  if (talking && state.selected === talking.id)
    return step(state, {
      kind: 'line',
      command: { kind: 'sendDigit', line: talking.line, call: talking.id, digit },
    });
  if (state.selected !== null && state.hook !== 'onHook') return step(state);
  if (digit === '#' && state.entry) return dial(state, state.entry, now);
  const entry = state.entry + digit;
  const next = cover({ ...state, entry, softkeyPage: 0, notice: null });
  if (state.hook === 'onHook') return step(next);
  return entry.length === state.device.completeAfterDigits
    ? dial(next, entry, now)
    : step({ ...next, entryCompleteAt: now + INTERDIGIT_MILLISECONDS });
}

export function eraseDigit(state: PhoneState, now: number): Step {
  const entry = state.entry.slice(0, -1);
  const waits = entry !== '' && state.hook !== 'onHook';
  return step(uncoverWhenIdle({ ...state, entry, entryCompleteAt: waits ? now + INTERDIGIT_MILLISECONDS : null }));
}

/**
 * The number is complete. It is called by the line: on hook that takes the speaker; a call that stands is left alone, and the
 * user told so. Or else it is where all calls are to go.
 */
export function dial(state: PhoneState, number: string, now: number, line = lineInFocus(state)): Step {
  if (state.asksForward) {
    const over = goOnHook(state);
    return step(over.state, ...over.effects, { kind: 'setForwardAll', number });
  }
  if (callInPhase(state, 'proceed', 'ringOut', 'ringIn', 'connected'))
    return step(withNotice({ ...state, entry: '', entryCompleteAt: null }, now, 'lineInUse'));
  const over = state.calls.filter(isOver).reduce((left, call) => withoutCall(left, call.id), state);
  const call = outgoingCall(`${line}-out-${state.callsMade + 1}`, line, number, now);
  const next = cover({
    ...over,
    hook: state.hook === 'onHook' ? 'speaker' : state.hook,
    calls: [...over.calls, call],
    selected: call.id,
    selectedLine: line,
    callsMade: state.callsMade + 1,
    lastDialled: number,
    entry: '',
    entryCompleteAt: null,
    softkeyPage: 0,
    notice: null,
  });
  return step(next, { kind: 'line', command: { kind: 'invite', line, call: call.id, target: number } });
}
