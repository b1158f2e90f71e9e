import type { Display } from '../../src-main/contract/display';
import type { Key } from '../../src-main/contract/keys';
import { mayRepeat, phoneKeyFor, pressesFocusedButton, writtenInto } from './keyboard';
import { moveFocus } from './move-focus';
import { keysOf } from './pasted';

export interface KeyboardListener {
  /** What is shown; null = nothing yet. */
  display(): Display | null;
  press(key: Key): void;
  /** The key that is down from now on; null = none. */
  hold(key: Key | null): void;
}

/** The whole window is the phone's keyboard, whatever has the focus. */
export function listenToKeyboard(window: Window, listener: KeyboardListener): void {
  window.addEventListener('keydown', (event) => {
    const buttonHasFocus = window.document.activeElement instanceof HTMLButtonElement;
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    if (plain && moveFocus(event.key, window.document.activeElement)) {
      event.preventDefault();
      return;
    }
    const display = listener.display();
    const writes = writtenInto(display?.plane.kind);
    const situation = { softkeys: display?.softkeys ?? [], writes, buttonHasFocus };
    // Held down, Enter would press a focused button again and again.
    if (event.repeat && pressesFocusedButton(event, situation)) event.preventDefault();
    const key = phoneKeyFor(event, situation);
    if (!key) return;
    // F1 is the browser's help, F3 its search, and so on: here they are the phone's.
    event.preventDefault();
    if (event.repeat && !mayRepeat(key)) return;
    listener.hold(key);
    listener.press(key);
  });
  window.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    const plane = listener.display()?.plane.kind;
    if (plane) for (const key of keysOf(text, plane)) listener.press(key);
  });
  window.addEventListener('keyup', () => listener.hold(null));
  window.addEventListener('blur', () => listener.hold(null));
}
