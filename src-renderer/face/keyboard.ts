import type { Display } from '../../src-main/contract/display';
import type { Key } from '../../src-main/contract/keys';

/** What a computer's key press is made of; a part of the DOM's KeyboardEvent. */
export interface KeyStroke {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export interface KeyboardSituation {
  /** The labels on the display, from the left. */
  readonly softkeys: readonly (string | null)[];
  readonly buttonHasFocus: boolean;
  /**
   * What is written into. A `form` takes what the keyboard's keys say, digits too; in a `list` digits choose a row and letters search.
   * null = nothing: letters are nobody's, and "+" begins a number.
   */
  readonly writes: 'form' | 'list' | null;
}

/** What the characters of the computer's keyboard are written into. */
export function writtenInto(plane: Display['plane']['kind'] | undefined): KeyboardSituation['writes'] {
  if (plane === 'input') return 'form';
  return plane === 'menu' ? 'list' : null;
}

const DIRECT: ReadonlyMap<string, Key> = new Map(
  Object.entries<Key>({
    '1': { kind: 'digit', digit: '1' },
    '2': { kind: 'digit', digit: '2' },
    '3': { kind: 'digit', digit: '3' },
    '4': { kind: 'digit', digit: '4' },
    '5': { kind: 'digit', digit: '5' },
    '6': { kind: 'digit', digit: '6' },
    '7': { kind: 'digit', digit: '7' },
    '8': { kind: 'digit', digit: '8' },
    '9': { kind: 'digit', digit: '9' },
    '0': { kind: 'digit', digit: '0' },
    '*': { kind: 'digit', digit: '*' },
    '#': { kind: 'digit', digit: '#' },
    F1: { kind: 'softkey', position: 1 },
    F2: { kind: 'softkey', position: 2 },
    F3: { kind: 'softkey', position: 3 },
    F4: { kind: 'softkey', position: 4 },
    Enter: { kind: 'enter' },
    Escape: { kind: 'escape' },
    ArrowUp: { kind: 'navigate', direction: 'up' },
    ArrowDown: { kind: 'navigate', direction: 'down' },
    PageUp: { kind: 'volume', direction: 'up' },
    PageDown: { kind: 'volume', direction: 'down' },
  }),
);

const POSITIONS = [1, 2, 3, 4] as const;

/** Enter and Space belong to a button that has the focus: the browser presses it. */
export const pressesFocusedButton = (stroke: KeyStroke, { buttonHasFocus }: KeyboardSituation): boolean =>
  buttonHasFocus && (stroke.key === 'Enter' || stroke.key === ' ');

const REPEATING: ReadonlySet<Key['kind']> = new Set(['volume', 'navigate', 'character', 'backspace']);

/** Whether holding a key down may press it again and again. */
export const mayRepeat = (key: Key): boolean => REPEATING.has(key.kind);

/** Which key of the phone a stroke on the computer's keyboard stands for, or null. */
export function phoneKeyFor(stroke: KeyStroke, situation: KeyboardSituation): Key | null {
  if (pressesFocusedButton(stroke, situation)) return null;
  const character = characterOf(stroke);
  if (character !== null && isWritten(character, situation.writes)) return { kind: 'character', character };
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  if (stroke.key !== 'Backspace') return DIRECT.get(stroke.key) ?? null;
  return situation.writes ? { kind: 'backspace' } : eraseKey(situation.softkeys);
}

function isWritten(character: string, into: KeyboardSituation['writes']): boolean {
  if (into === 'form') return true;
  return into === 'list' ? !DIRECT.has(character) : character === '+';
}

/**
 * A letter or sign, also one that takes AltGr, which Windows reports as Ctrl and Alt together, or Option, which a Mac reports as
 * Alt; but Alt with a plain letter opens a menu.
 */
function characterOf({ key, ctrlKey, altKey, metaKey }: KeyStroke): string | null {
  if ([...key].length !== 1 || metaKey || (ctrlKey && !altKey)) return null;
  return altKey && !ctrlKey && /[a-z]/i.test(key) ? null : key;
}

/** The phone takes the last digit back with the softkey "<<", where it offers one. */
function eraseKey(softkeys: readonly (string | null)[]): Key | null {
  const position = POSITIONS[softkeys.indexOf('<<')];
  return position === undefined ? null : { kind: 'softkey', position };
}
