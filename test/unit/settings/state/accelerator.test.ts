import * as v from 'valibot';
import { expect, test } from 'vitest';
import { acceleratorSchema } from '../../../../src-main/contract/preferences';
import { acceleratorOf, printedKeys } from '../../../../src-renderer/settings/state/accelerator';

const press = (code: string, modifiers = '') => ({
  key: code,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
});

test.each([
  ['KeyA', 'ca', false, 'CommandOrControl+Alt+A'],
  ['KeyA', 'mas', true, 'CommandOrControl+Alt+Shift+A'],
  ['F9', '', false, 'F9'],
  ['F24', 's', false, 'Shift+F24'],
  ['Digit7', 'm', false, 'Super+7'],
  ['ArrowUp', 'as', false, 'Alt+Shift+Up'],
  ['F4', 'c', false, 'CommandOrControl+F4'],
  ['KeyA', '', false, null],
  ['KeyA', 's', false, null],
  ['Space', '', false, null],
  ['ControlLeft', 'c', false, null],
  ['KeyA', 'cm', true, null],
  ['Slash', 'ca', false, null],
  // What every program has for copy and menus, and what closes its window, is left to it.
  ['KeyC', 'c', false, null],
  ['KeyC', 'm', true, null],
  ['KeyF', 'a', false, null],
  ['ArrowLeft', 'a', false, null],
  ['F4', 'a', false, null],
  ['F9', 'ca', false, null],
  ['F9', 'a', false, 'Alt+F9'],
])('%s with %j: %s', (code, modifiers, mac, expected) => {
  const accelerator = acceleratorOf(press(code, modifiers), mac);
  expect(accelerator).toBe(expected);
  if (accelerator) expect(v.is(acceleratorSchema, accelerator)).toBe(true);
});

test('keys that text is typed with are no shortcut, whoever sends them', () => {
  for (const bad of ['A', 'Shift+A', 'Space', 'Control+A', 'CommandOrControl+', 'CommandOrControl+AA', 'F25', 'Alt+F0'])
    expect(v.is(acceleratorSchema, bad)).toBe(false);
});

test('they are shown as they are printed', () => {
  expect([printedKeys('CommandOrControl+Alt+A', false), printedKeys('CommandOrControl+Alt+A', true)]).toEqual([
    'Ctrl+Alt+A',
    '⌘+⌥+A',
  ]);
});
