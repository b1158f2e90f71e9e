import { globalShortcut } from 'electron';
import { type Preferences, SHORTCUT_NAMES, type ShortcutName } from '../../contract/preferences';

/** Keys that work whatever program has the focus: off until the user has set them. */
export class Shortcuts {
  #set: Preferences['shortcuts'] = { answer: null, hangUp: null, mute: null };
  #problems: Readonly<Record<string, string>> = {};

  readonly #obey: (name: ShortcutName) => void;

  constructor(obey: (name: ShortcutName) => void) {
    this.#obey = obey;
  }

  /** @returns what does not work, by the field of the settings, in words for the user */
  apply(wanted: Preferences['shortcuts']): Readonly<Record<string, string>> {
    if (JSON.stringify(wanted) === JSON.stringify(this.#set)) return this.#problems;
    this.release();
    const problems: Record<string, string> = {};
    for (const [at, name] of SHORTCUT_NAMES.entries()) {
      const key = wanted[name];
      if (key === null) continue;
      if (SHORTCUT_NAMES.slice(0, at).some((other) => wanted[other] === key))
        problems[`shortcuts.${name}`] = 'Another shortcut above has the same keys. Choose others.';
      else if (!globalShortcut.register(key, () => this.#obey(name)))
        problems[`shortcuts.${name}`] = 'Another program or the system has these keys already. Choose others.';
    }
    this.#set = wanted;
    this.#problems = problems;
    return problems;
  }

  /** Other programs have their keys again. */
  release(): void {
    for (const name of SHORTCUT_NAMES) {
      const key = this.#set[name];
      if (key !== null && this.#problems[`shortcuts.${name}`] === undefined) globalShortcut.unregister(key);
    }
    this.#set = { answer: null, hangUp: null, mute: null };
    this.#problems = {};
  }
}
