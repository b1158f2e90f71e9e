import { readdirSync } from 'node:fs';

/** "all installed locales": each is a folder with dictionaries, whose name is the locale's. */
export const installedLocales = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
