import type { LineEvent } from '../../contract/line-port';
import { ON_HOOK } from '../dialling';
import { andThen, callById, type PhoneState, type Step, step, updateCall, withNotice } from '../phone-state';
import type { PhraseId } from '../phrases';
import { type Call, causeOf, isHeard, isPutAside } from './call';
import { beginConsult, consulted } from './consult';
import { dropCalls } from './drop';
import { putDownIfFree } from './end';
import { recall } from './ring-in';

/** The other one rings, or talks: the call can be passed on. */
export function mayComplete(state: PhoneState): boolean {
  const both = consulted(state, 'transfer');
  return both !== null && (both.second.phase === 'ringOut' || isHeard(both.second) || isPutAside(both.second));
}

/**
 * Trnsfer: the first press asks for the number. The second one passes the call on: while the other one rings, by sending
 * the far end there (our own call to it is given up, and the phone is free), else by having the two talk with each other.
 */
export function pressTransfer(state: PhoneState, now: number): Step {
  const both = consulted(state, 'transfer');
  if (!both || !mayComplete(state)) return beginConsult(state, 'transfer', now);
  const { first, second } = both;
  const about = { line: first.line, call: first.id };
  const consult = { purpose: 'transfer', first: first.id, second: second.id, sent: true } as const;
  const sent = { ...state, consult, softkeyPage: 0, notice: null };
  if (second.phase !== 'ringOut') {
    const other = { line: second.line, call: second.id };
    return step(sent, { kind: 'line', command: { kind: 'transferToCall', ...about, other } });
  }
  return andThen(dropCalls(sent, [second]), (left) =>
    step(
      // A call that would not be held is heard until it is passed on.
      { ...left, ...(isHeard(first) ? {} : ON_HOOK), consult: { ...consult, second: null }, selected: first.id },
      { kind: 'line', command: { kind: 'transfer', ...about, target: second.dialled } },
    ),
  );
}

/** How the far end fares with it. */
export function transferProgress(
  state: PhoneState,
  event: Extract<LineEvent, { kind: 'transferProgress' }>,
  now: number,
): Step {
  const { consult } = state;
  if (!consult?.sent || event.call !== consult.first || !event.done) return step(state);
  const { status } = event;
  if (status === null || status >= 300) return notPassedOn(state, status, now);
  const both = [consult.first, consult.second].map((id) => callById(state, id)).filter((call) => call !== undefined);
  return andThen(dropCalls({ ...state, consult: null }, both), (left) =>
    step(withNotice(putDownIfFree(left), now, 'transferred')),
  );
}

/**
 * Why, on the prompt line. Beside the second call, where that still stands, the first one waits again for its user; else it
 * rings back.
 */
function notPassedOn(state: PhoneState, status: number | null, now: number): Step {
  const { consult } = state;
  const cause = causeOfTransfer(causeOf(status, true));
  const told = updateCall(withNotice(state, now, cause), consult?.first ?? '', { cause });
  if (consult?.second && callById(state, consult.second))
    return step({ ...told, consult: { ...consult, sent: false } });
  const over = { ...told, consult: null, softkeyPage: 0 };
  const first = callById(over, consult?.first ?? null);
  return first && !isHeard(first) ? recall(over, first) : step(over);
}

/** "Transfer Destination is Busy" says more than "Busy" to somebody who has two calls. */
export const causeOfTransfer = (cause: PhraseId): PhraseId => {
  if (cause === 'busy') return 'transferBusy';
  return cause === 'connectionLost' || cause === 'temporaryFailure' ? 'transferFailed' : cause;
};

/** The far end has sent us on. Its call waits, out of sight, until the new one is answered: it might fail. */
export function sentOn(state: PhoneState, event: Extract<LineEvent, { kind: 'referred' }>, next: Call): PhoneState {
  const { selected } = state;
  return {
    ...state,
    calls: [...state.calls, { ...next, replaces: event.call }],
    selected: selected === event.call ? event.next : selected,
    softkeyPage: 0,
  };
}
