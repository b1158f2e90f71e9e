/** One press of keys, as far as a shortcut is made of it. */
export interface KeyPress {
  readonly key: string;
  /** Which key it is, whatever a layout or Alt makes of it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
};

/**
 * The press as the main process takes it for a shortcut.
 *
 * @returns null if it is none: a key that text is typed with, no more than a modifier, or what belongs to the program in front
 */
export function acceleratorOf({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress, mac: boolean): string | null {
  const key = keyOf(code);
  if (key === null) return null;
  const [main, other] = mac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  // On a Mac, Control beside Command is left to the system.
  if (mac && other) return null;
  const modifiers = [main && 'CommandOrControl', altKey && 'Alt', shiftKey && 'Shift', !mac && other && 'Super'].filter(
    (one): one is string => one !== false,
  );
  return isOurs(modifiers, key) ? [...modifiers, key].join('+') : null;
}

/**
 * A shortcut of the whole system takes the keys from every program. Ctrl or Alt alone with a key is copy, save, a menu, a step back;
 * Alt+F4 closes a window. Ctrl and Alt with a function key are for Linux another console, and come to no program.
 */
function isOurs(modifiers: readonly string[], key: string): boolean {
  if (!/^F\d+$/.test(key)) return modifiers.includes('Super') || modifiers.length > 1;
  return !modifiers.includes('Alt') || !(key === 'F4' || modifiers.includes('CommandOrControl'));
}

const keyOf = (code: string): string | null =>
  /^Key([A-Z])$/.exec(code)?.[1] ??
  /^Digit(\d)$/.exec(code)?.[1] ??
  /^(F(?:1\d|2[0-4]|[1-9]))$/.exec(code)?.[1] ??
  NAMED[code] ??
  null;

/** As it is printed on the keys. */
export const printedKeys = (accelerator: string, mac: boolean): string =>
  accelerator
    .replace('CommandOrControl', mac ? '⌘' : 'Ctrl')
    .replace('Alt', mac ? '⌥' : 'Alt')
    .replace('Super', 'Super');
