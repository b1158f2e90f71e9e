import { describe, expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys.ts';
import { DIGITS } from '../../../src-main/contract/keys.ts';
import { mayRepeat, phoneKeyFor } from '../../../src-renderer/face/keyboard.ts';

const stroke = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const idle = { softkeys: ['Redial', 'NewCall', 'CallBack', 'more'], buttonHasFocus: false, writes: null };
const focused = { ...idle, buttonHasFocus: true };
const form = { ...idle, writes: 'form' } as const;
const list = { ...idle, writes: 'list' } as const;

describe('a stroke on the keyboard', () => {
  test.each(DIGITS)('%s is that key of the keypad, also while a button has the focus', (digit) => {
    expect(phoneKeyFor(stroke(digit), idle)).toEqual({ kind: 'digit', digit });
    expect(phoneKeyFor(stroke(digit), focused)).toEqual({ kind: 'digit', digit });
  });

  test.each([1, 2, 3, 4] as const)('F%i is that softkey', (position) => {
    expect(phoneKeyFor(stroke(`F${position}`), idle)).toEqual({ kind: 'softkey', position });
  });

  test('Enter and Escape are the phone’s own, but Enter and Space press a button that has the focus', () => {
    expect(phoneKeyFor(stroke('Enter'), idle)).toEqual({ kind: 'enter' });
    expect(phoneKeyFor(stroke('Escape'), idle)).toEqual({ kind: 'escape' });
    expect(phoneKeyFor(stroke('Escape'), focused)).toEqual({ kind: 'escape' });
    expect([stroke('Enter'), stroke(' ')].map((each) => phoneKeyFor(each, focused))).toEqual([null, null]);
  });

  test('the arrows scroll', () => {
    expect(phoneKeyFor(stroke('ArrowUp'), idle)).toEqual({ kind: 'navigate', direction: 'up' });
    expect(phoneKeyFor(stroke('ArrowDown'), idle)).toEqual({ kind: 'navigate', direction: 'down' });
  });

  test('Backspace is the softkey that takes a digit back, where there is one', () => {
    expect(phoneKeyFor(stroke('Backspace'), idle)).toBeNull();
    const dialling = { ...idle, softkeys: [null, '<<', 'EndCall', null] };
    expect(phoneKeyFor(stroke('Backspace'), dialling)).toEqual({ kind: 'softkey', position: 2 });
  });

  test.each(['ctrlKey', 'altKey', 'metaKey'])('with %s belongs to the computer', (modifier) => {
    expect(phoneKeyFor(stroke('1', { [modifier]: true }), idle)).toBeNull();
  });

  test.each(['a', 'F5', 'Tab', ' ', 'constructor', 'toString'])('%s is nothing to the phone', (key) => {
    expect(phoneKeyFor(stroke(key), idle)).toBeNull();
  });

  test('a page up is louder, a page down quieter', () => {
    expect(phoneKeyFor(stroke('PageUp'), idle)).toEqual({ kind: 'volume', direction: 'up' });
    expect(phoneKeyFor(stroke('PageDown'), idle)).toEqual({ kind: 'volume', direction: 'down' });
  });

  test.each(['a', 'Z', 'é', 'я', '@', ' ', '\u{1f600}'])('%s is written into a form', (character) => {
    expect(phoneKeyFor(stroke(character), form)).toEqual({ kind: 'character', character });
  });

  test('in a form digits are written as they are, and the arrows, Enter and Backspace do what they say', () => {
    expect(
      ['7', '*', '#', 'ArrowDown', 'Enter', 'Backspace', 'Tab'].map((key) => phoneKeyFor(stroke(key), form)),
    ).toEqual([
      { kind: 'character', character: '7' },
      { kind: 'character', character: '*' },
      { kind: 'character', character: '#' },
      { kind: 'navigate', direction: 'down' },
      { kind: 'enter' },
      { kind: 'backspace' },
      null,
    ]);
  });

  test('in a list digits are those of the keypad, which choose a row, and letters search', () => {
    expect(['7', 'b', 'Backspace'].map((key) => phoneKeyFor(stroke(key), list))).toEqual([
      { kind: 'digit', digit: '7' },
      { kind: 'character', character: 'b' },
      { kind: 'backspace' },
    ]);
  });

  test('"+", which the keypad has not, begins a number', () => {
    expect([idle, focused].map((situation) => phoneKeyFor(stroke('+'), situation))).toEqual([
      { kind: 'character', character: '+' },
      { kind: 'character', character: '+' },
    ]);
  });

  test.each([
    ['AltGr on Windows', '@', { ctrlKey: true, altKey: true }, true],
    ['Option on a Mac', '@', { altKey: true }, true],
    ['a menu', 'f', { altKey: true }, false],
    ['a shortcut', 'c', { ctrlKey: true }, false],
    ['a shortcut of a Mac', 'c', { metaKey: true }, false],
  ])('in a form %s is told from writing', (_name, key, modifiers, written) => {
    const expected = written ? { kind: 'character', character: key } : null;
    expect(phoneKeyFor(stroke(key, modifiers), form)).toEqual(expected);
  });

  test('a space presses the button that has the focus, also beside a form', () => {
    expect(phoneKeyFor(stroke(' '), { ...form, buttonHasFocus: true })).toBeNull();
  });

  test('may repeat while it is held where more of the same makes sense', () => {
    const repeating: Key[] = [
      { kind: 'volume', direction: 'up' },
      { kind: 'navigate', direction: 'down' },
      { kind: 'character', character: 'a' },
      { kind: 'backspace' },
    ];
    expect(repeating.every(mayRepeat)).toBe(true);
    expect(mayRepeat({ kind: 'digit', digit: '1' })).toBe(false);
    expect(mayRepeat({ kind: 'enter' })).toBe(false);
  });
});
