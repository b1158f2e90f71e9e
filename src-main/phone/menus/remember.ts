import type { PhoneEffect } from '../phone-effect';
import type { PhoneState, Step } from '../phone-state';
import { entriesOf, remembered } from './call-log';
import { lookAtMissed } from './press';
import { type CallList, replacedTop, topOf } from './screen';

/** What a step leaves behind: calls that are over are in the lists, and each part that has changed is written, once. */
export function withMemory(before: PhoneState, { state, effects }: Step): Step {
  const logged = { ...state, callLog: remembered(state.callLog, effects) };
  const after = lookAtMissed(keepRow(state, logged));
  return { state: after, effects: [...effects, ...changes(before, after)] };
}

function changes(before: PhoneState, after: PhoneState): readonly PhoneEffect[] {
  const effects: PhoneEffect[] = [];
  if (before.callLog !== after.callLog)
    effects.push({ kind: 'remember', change: { part: 'calls', value: after.callLog } });
  if (before.people !== after.people)
    effects.push({ kind: 'remember', change: { part: 'people', value: after.people } });
  if (before.settings !== after.settings)
    effects.push({ kind: 'remember', change: { part: 'settings', value: after.settings } });
  return effects;
}

/** The row that the user has chosen stays the chosen one when a newer call comes before it. */
function keepRow(before: PhoneState, after: PhoneState): PhoneState {
  const top = after.menu && topOf(after.menu);
  if (!after.menu || top?.kind !== 'list') return after;
  const { list } = top;
  if (list !== 'missedCalls' && list !== 'receivedCalls' && list !== 'placedCalls') return after;
  const added = rowsAdded(before, after, list);
  return added > 0 ? { ...after, menu: replacedTop(after.menu, { ...top, selected: top.selected + added }) } : after;
}

/** Records are listed the newest first: how many rows a list has now that it had not, before the one that was chosen. */
function rowsAdded({ callLog: before }: PhoneState, { callLog: after }: PhoneState, list: CallList): number {
  if (before === after) return 0;
  const rows = entriesOf(before, list).length;
  // Of an empty list nothing was chosen: its first row is.
  return rows === 0 ? 0 : entriesOf(after, list).length - rows;
}
