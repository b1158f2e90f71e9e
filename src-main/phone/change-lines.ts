import { isInHand, isOver } from './calls/call';
import { uncoverWhenIdle } from './dialling';
import type { PhoneDevice, PhoneState } from './phone-state';

const ofLines = <Value>(values: Readonly<Record<string, Value>>, stays: (line: string) => boolean) =>
  Object.fromEntries(Object.entries(values).filter(([line]) => stays(line)));

/** The phone with other lines: what was on a line that is gone is gone with it. */
export function changeLines(state: PhoneState, lines: PhoneDevice['lines']): PhoneState {
  const stays = (line: string): boolean => lines.some(({ id }) => id === line);
  const calls = state.calls.filter((call) => stays(call.line));
  const hungUp = calls.length < state.calls.length && !calls.some((call) => isInHand(call) || isOver(call));
  return uncoverWhenIdle({
    ...state,
    device: { ...state.device, lines },
    registrations: ofLines(state.registrations, stays),
    // Whoever changes an account means to mend it.
    troubles: {},
    calls,
    selected: calls.some(({ id }) => id === state.selected) ? state.selected : (calls.at(-1)?.id ?? null),
    selectedLine: stays(state.selectedLine) ? state.selectedLine : lines[0].id,
    hook: hungUp ? 'onHook' : state.hook,
    softkeyPage: 0,
  });
}
