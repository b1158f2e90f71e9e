import { existsSync, readdirSync } from 'node:fs';

/** "all installed locales": each is a folder with dictionaries, whose name is the locale's. */
export const installedLocales = (folders: readonly string[]): readonly string[] => {
  const names = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return [...new Set(names)].sort();
};
