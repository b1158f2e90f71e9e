import type { Digit, Key } from '../../contract/keys';
import { isRinging, type PhoneState, type Step, step, withNotice } from '../phone-state';
import { act, choose } from './act';
import { seen } from './call-log';
import { moveField, newForm, rest, typeCharacter, typeDigit } from './form';
import { changeLevel } from './level';
import { isShort, shownMenu } from './menu-keys';
import { rowsOf } from './rows';
import {
  type ListName,
  type ListScreen,
  listScreen,
  type Menu,
  opened,
  replacedTop,
  type Screen,
  topOf,
} from './screen';

/** Milliseconds in which the digits of a row's number belong together. */
const TYPED_MILLISECONDS = 1500;

/** The hard keys of the menus, each with the list that it opens. */
const HARD_KEYS = { directories: 'directory', settings: 'settings', services: 'services' } as const satisfies Partial<
  Readonly<Record<Key['kind'], ListName>>
>;
export type MenuKey = keyof typeof HARD_KEYS;

/** directories, settings, services: opens its menu; pressed again it leaves it. */
export function pressHardKey(state: PhoneState, kind: MenuKey, now: number): Step {
  if (isRinging(state)) return step(withNotice(state, now, 'keyNotActive'));
  const list = HARD_KEYS[kind];
  const [bottom] = shownMenu(state)?.screens ?? [];
  if (bottom?.kind === 'list' && bottom.list === list)
    return step({ ...state, menu: null, requested: null, softkeyPage: 0, notice: null });
  // Who asks for a menu wants to see it: a pushed screen waits behind the softkey of its application.
  return step({
    ...state,
    menu: opened(null, listScreen(list)),
    services: null,
    requested: null,
    softkeyPage: 0,
    notice: null,
  });
}

/** A key while a menu is shown; null = it does what it always does. */
export function pressMenuKey(state: PhoneState, key: Key, now: number): Step | null {
  const menu = shownMenu(state);
  if (!menu) return null;
  const top = topOf(menu);
  switch (key.kind) {
    case 'digit':
      return pressDigit(state, menu, top, key.digit, now);
    case 'navigate':
      return step(move(state, menu, top, key.direction));
    case 'backspace':
      return top.kind === 'form' ? act(state, menu, '<<', now) : step(state);
    case 'character':
      return step(type(state, menu, top, key.character));
    default:
      return null;
  }
}

function pressDigit(state: PhoneState, menu: Menu, top: Screen, digit: Digit, now: number): Step {
  switch (top.kind) {
    case 'form':
      return step(withTop(state, menu, typeDigit(top, state.letters, digit, now)));
    case 'list':
      return pressRowNumber(state, menu, top, digit, now);
    case 'text':
    case 'level':
      return step(state);
  }
}

/** "Keypad digit selects a menu line number": it opens the row, or in a list of more than nine goes to it. */
function pressRowNumber(state: PhoneState, menu: Menu, top: ListScreen, digit: Digit, now: number): Step {
  const rows = rowsOf(state, top);
  const digits = top.typed && top.typed.until > now ? top.typed.digits + digit : digit;
  const target = rows[Number(digits) - 1]?.target;
  if (!target) return step(state);
  const selected = { ...top, selected: Number(digits) - 1, typed: { digits, until: now + TYPED_MILLISECONDS } };
  const moved = withTop(state, menu, isShort(state, top) ? { ...selected, typed: null } : selected);
  const chosen = isShort(state, top) && target.kind !== 'calls' && target.kind !== 'person' && target.kind !== 'number';
  return chosen && moved.menu ? choose(moved, moved.menu, target, 'Select', now) : step(moved);
}

function move(state: PhoneState, menu: Menu, top: Screen, direction: 'up' | 'down'): PhoneState {
  const by = direction === 'down' ? 1 : -1;
  switch (top.kind) {
    case 'list': {
      const last = rowsOf(state, top).length - 1;
      const selected = Math.max(0, Math.min(last, top.selected + by));
      return withTop(state, menu, { ...top, selected, typed: null });
    }
    case 'text':
      return withTop(state, menu, { ...top, scrolledRows: Math.max(0, top.scrolledRows + by) });
    case 'level':
      return changeLevel(state, top, by === 1 ? -1 : 1);
    case 'form':
      return withTop(state, menu, moveField(top, by));
  }
}

/** A letter goes into the form; in the personal directory it begins a search. */
function type(state: PhoneState, menu: Menu, top: Screen, character: string): PhoneState {
  if (top.kind === 'form') return withTop(state, menu, typeCharacter(top, character));
  if (top.kind !== 'list' || top.list !== 'personalDirectory') return state;
  return { ...state, menu: opened(menu, typeCharacter(newForm('search', ['']), character)), softkeyPage: 0 };
}

const withTop = (state: PhoneState, menu: Menu, top: Screen): PhoneState => ({
  ...state,
  menu: replacedTop(menu, top),
  notice: null,
});

/** A second has passed: what could still change in a form no longer does. */
export function restMenu(state: PhoneState, now: number): PhoneState {
  const top = state.menu && topOf(state.menu);
  return state.menu && top?.kind === 'form' ? { ...state, menu: replacedTop(state.menu, rest(top, now)) } : state;
}

/** When a menu wants to be told the time; null = it does not. */
export function menuDeadline({ menu }: PhoneState): number | null {
  const top = menu && topOf(menu);
  return top?.kind === 'form' ? (top.tap?.until ?? null) : null;
}

/** Whoever has the list of missed calls before them has seen it. */
export function lookAtMissed(state: PhoneState): PhoneState {
  const menu = shownMenu(state);
  const top = menu && topOf(menu);
  return top?.kind === 'list' && top.list === 'missedCalls' ? { ...state, callLog: seen(state.callLog) } : state;
}
