import type { ScriptFont } from './script-font';

/**
 * The scripts that our own typeface does not have. Each is a file of its own, which most phones never load.
 *
 * Chinese and Japanese: Unicode's blocks from the radicals to the last ideograph, the compatibility ideographs, and the wide forms
 * of Latin. Arabic: its block and the presentation forms.
 */
const SCRIPTS = {
  han: { characters: /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/, load: () => import('./han') },
  arabic: { characters: /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/, load: () => import('./arabic') },
} as const;
export type Script = keyof typeof SCRIPTS;
const ALL: readonly Script[] = ['han', 'arabic'];

const loaded = new Map<Script, ScriptFont>();

export const isWrittenIn = (script: Script, text: string): boolean => SCRIPTS[script].characters.test(text);

/** The typeface of a script that a text has characters of, once it is loaded. */
export function scriptFontFor(text: string, script: Script): ScriptFont | undefined {
  return isWrittenIn(script, text) ? loaded.get(script) : undefined;
}

/**
 * Loads what a text is written in.
 *
 * @returns null if nothing has to be loaded: the text can be drawn now
 */
export function loadScriptsOf(text: string): Promise<void> | null {
  const missing = ALL.filter((script) => !loaded.has(script) && isWrittenIn(script, text));
  return missing.length === 0 ? null : Promise.all(missing.map(load)).then(() => undefined);
}

async function load(script: Script): Promise<void> {
  const { font } = await SCRIPTS[script].load();
  loaded.set(script, font);
}
