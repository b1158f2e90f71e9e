import type { Digit } from '../contract/keys';
import type { Hook } from '../contract/phone-snapshot';
import {
  type Call,
  isComingBack,
  isGoingOut,
  isHeard,
  isInHand,
  isOver,
  isRingingIn,
  outgoingCall,
} from './calls/call';
import { dropCalls } from './calls/drop';
import { holdOthers } from './calls/hold';
import { lineInFocus } from './lines';
import {
  andThen,
  handsFree,
  hasRoom,
  isIdle,
  type PhoneState,
  type Step,
  selectedCall,
  step,
  withNotice,
} from './phone-state';

/** How long a number waits for its next digit before it is dialled as it is. */
const INTERDIGIT_MILLISECONDS = 8000;

/** A call is more urgent than a screen. */
export const cover = (state: PhoneState): PhoneState => withCovered(state, true);

const withCovered = (state: PhoneState, covered: boolean): PhoneState => ({
  ...state,
  services: state.services && { ...state.services, covered },
  menu: state.menu && { ...state.menu, covered },
});

/**
 * Lifts the handset or turns the speaker on, for a new call: dial tone, or the digits dialled on hook are called at once.
 * Who is heard is put on hold for it.
 */
export function goOffHook(
  state: PhoneState,
  hook: Exclude<Hook, 'onHook'>,
  now: number,
  line = lineInFocus(state),
): Step {
  if (state.calls.some((call) => isGoingOut(call) || call.answerPending))
    return step(withNotice(state, now, 'keyNotActive'));
  if (!hasRoom(state)) return step(withNotice(state, now, 'lineInUse'));
  const held = holdOthers(state);
  const ready = cover({
    ...held.state,
    hook,
    selected: null,
    selectedLine: line,
    asksForward: false,
    softkeyPage: 0,
    notice: null,
  });
  return andThen({ ...held, state: ready }, (next) => (next.entry ? dial(next, next.entry, now) : step(next)));
}

/** Replaces the handset: what is being dialled or talked ends, a held call stays, and so does what has been passed on. */
export function goOnHook(state: PhoneState): Step {
  const passedOn = state.consult?.sent ? state.consult.second : null;
  const ending = state.calls.filter((call) => (isInHand(call) && call.id !== passedOn) || isOver(call));
  return andThen(dropCalls(state, ending), (rest) => {
    const put = { ...rest, ...ON_HOOK };
    // Dial tone that leads to no call leaves the softkeys to the call that was held for it.
    return step(uncoverWhenIdle({ ...put, selected: put.selected ?? put.calls.at(-1)?.id ?? null }));
  });
}

/** A number from a list is called, or stands in the dial field to be changed first. Who is heard waits for it, as with NewCall. */
export function dialFromList(state: PhoneState, number: string, change: boolean, now: number, line: string): Step {
  // Who has kept the number back cannot be called.
  if (number === '') return step(state);
  const { hook } = state;
  const beside = hook !== 'onHook' && hasRoom(state) && state.calls.some(isHeard);
  if (!change)
    return beside
      ? goOffHook({ ...state, entry: number }, hook, now, line)
      : dial({ ...state, entry: '' }, number, now, line);
  if (!beside && state.calls.some(isInHand)) return step(withNotice(state, now, 'lineInUse'));
  const free = beside ? goOffHook({ ...state, entry: '' }, hook, now, line) : step(state);
  return andThen(free, (next) =>
    step(cover({ ...next, entry: number, entryCompleteAt: null, softkeyPage: 0, notice: null })),
  );
}

/** What a phone is that nobody speaks into, and nobody dials on. */
export const ON_HOOK = {
  hook: 'onHook',
  muted: false,
  entry: '',
  entryCompleteAt: null,
  asksForward: false,
  softkeyPage: 0,
} as const;

/** A screen that was covered by a call is there again when the phone is idle. */
export function uncoverWhenIdle(state: PhoneState): PhoneState {
  const free = isIdle(state) && state.entry === '';
  return free && (state.services?.covered || state.menu?.covered) ? withCovered(state, false) : state;
}

/** One key of the keypad: a digit of a number, or of the far machine's menu while a call stands. */
export function pressDigit(state: PhoneState, digit: Digit, now: number): Step {
  const call = selectedCall(state);
  const talking = call && (isHeard(call) || isComingBack(call) ? call : state.calls.find(isHeard));
  if (talking)
    return step(state, {
      kind: 'line',
      command: { kind: 'sendDigit', line: talking.line, call: talking.id, digit },
    });
  if (!takesDigits(state, call)) return step(state);
  if (digit === '#' && state.entry) return dial(state, state.entry, now);
  const entry = state.entry + digit;
  const next = cover({ ...state, entry, softkeyPage: 0, notice: null });
  if (state.hook === 'onHook') return step(next);
  return isComplete(entry, state.device.completeAfterDigits)
    ? dial(next, entry, now)
    : step({ ...next, entryCompleteAt: now + INTERDIGIT_MILLISECONDS });
}

/** A call in front that is being made, rings or has failed wants no number; one on hold leaves room for another. */
const takesDigits = ({ hook }: PhoneState, call: Call | undefined): boolean =>
  !call || (hook === 'onHook' && !isRingingIn(call));

/** The numbers of the cluster have as many digits, those of all the world have not. */
const isComplete = (entry: string, digits: number): boolean => entry.length === digits && !entry.startsWith('+');

/** "+" of the computer's keyboard, which the keypad has not: it begins an international number. */
export function pressPlus(state: PhoneState): Step {
  if (state.entry !== '' || state.calls.some(isHeard) || !takesDigits(state, selectedCall(state))) return step(state);
  return step(cover({ ...state, entry: '+', softkeyPage: 0, notice: null }));
}

export function eraseDigit(state: PhoneState, now: number): Step {
  const entry = state.entry.slice(0, -1);
  const waits = entry !== '' && state.hook !== 'onHook';
  return step(uncoverWhenIdle({ ...state, entry, entryCompleteAt: waits ? now + INTERDIGIT_MILLISECONDS : null }));
}

/**
 * The number is complete. It is called by the line: on hook that takes the speaker or the headset; a call that stands is left
 * alone, and the user told so. Or else it is where all calls are to go, or whom a call is passed on to.
 */
export function dial(state: PhoneState, number: string, now: number, line = lineInFocus(state)): Step {
  if (state.asksForward) return andThen(goOnHook(state), (over) => step(over, { kind: 'setForwardAll', number }));
  const rings = state.hook === 'onHook' && state.calls.some(isRingingIn);
  if (rings || state.calls.some(isInHand) || !hasRoom(state))
    return step(withNotice({ ...state, entry: '', entryCompleteAt: null }, now, 'lineInUse'));
  const { consult } = state;
  const { state: free } = dropCalls(state, state.calls.filter(isOver));
  const call = outgoingCall(`${line}-out-${state.callsMade + 1}`, line, number, now);
  const next = cover({
    ...free,
    hook: handsFree(state),
    calls: [...free.calls, call],
    selected: call.id,
    consult: consult?.second === null && !consult.sent ? { ...consult, second: call.id } : consult,
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
