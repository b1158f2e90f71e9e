import { loadDueAt } from './menus/execute';
import { refreshDueAt } from './menus/page';
import { menuDeadline } from './menus/press';
import type { PhoneState } from './phone-state';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * When the phone wants to be told the time again, in milliseconds since the epoch: the clock in the title bar turns, the
 * timer of a call counts, a notice goes, a service wants its page replaced, or a number counts as complete.
 */
export function nextDeadline(state: PhoneState, now: number): number {
  const clock = now - (now % MINUTE) + MINUTE;
  const timers = state.calls
    .filter((call) => call.connectedAt !== null)
    .map((call) => nextSecond(call.connectedAt ?? now, now));
  const waiting = [
    state.entryCompleteAt,
    state.answerDueAt,
    state.notice?.until ?? null,
    state.quality?.measureAt ?? null,
    menuDeadline(state),
    refreshDueAt(state),
    loadDueAt(state, now),
  ].filter((at): at is number => at !== null);
  return Math.min(clock, ...timers, ...waiting);
}

const nextSecond = (start: number, now: number): number => now + SECOND - ((now - start) % SECOND);
