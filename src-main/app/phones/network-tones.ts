import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { type ToneTable, toneTableSchema } from '../../audio/tone-table';
import { errorWords } from '../../base/error-words';

/** Whose tones are heard where a country's own are not known. */
const UNITED_STATES = 'United_States';

/** Whose tones the folder has. */
export const knownNetworks = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();

export interface NetworkTones {
  /** Whose they are. */
  readonly locale: string;
  readonly table: ToneTable;
}

/** `German_Germany` is spoken in `Germany`: what follows the language names the network. */
export const networkLocaleOf = (userLocale: string): string => userLocale.replace(/^[^_]*_/, '');

/**
 * The tones of a folder by network locale, each file read when the first phone needs it.
 *
 * @param report told once of each locale whose tones cannot be used: its phones then sound as in the United States
 * @throws Error (the function returned) if the tones of the United States cannot be used either
 */
export function networkTones(
  folder: string,
  report: (problem: string) => void,
): (networkLocale: string) => NetworkTones {
  const read = new Map<string, NetworkTones>();
  const load = (locale: string): NetworkTones => {
    if (locale === UNITED_STATES) return { locale, table: readToneTable(folder, locale) };
    try {
      return { locale, table: readToneTable(folder, locale) };
    } catch (error) {
      const cause = errorWords(error);
      report(`network locale ${locale} not used, its phones sound as in the United States: ${cause}`);
      return known(UNITED_STATES);
    }
  };
  const known = (locale: string): NetworkTones => {
    const found = read.get(locale) ?? load(locale);
    read.set(locale, found);
    return found;
  };
  return known;
}

/** @throws Error naming the file and the field if it is no table of tones */
export function readToneTable(folder: string, networkLocale: string): ToneTable {
  // The name comes from a setting: it must not lead out of the folder.
  const file = join(folder, `${basename(networkLocale)}.json`);
  const table = v.safeParse(v.pipe(v.string(), v.parseJson(), toneTableSchema), readFileSync(file, 'utf8'));
  if (table.success) return table.output;
  const [issue] = table.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
