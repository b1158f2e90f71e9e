import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileIn } from '../base/file-in';
import { textOfBytes } from '../base/text-of-bytes';
import type { DictionaryFile } from '../cef/screen-saver/dictionaries';

/**
 * One dictionary file of every installed locale; a locale that lacks it is left out.
 *
 * @param folders one after the other: who reads the files takes the last one of a locale that is usable
 */
export const readInstalledDictionaries = (folders: readonly string[], file: string): readonly DictionaryFile[] =>
  folders.filter((folder) => existsSync(folder)).flatMap((folder) => readDictionaryFiles(folder, file));

export function readDictionaryFiles(folder: string, file: string): readonly DictionaryFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: locale }) => {
      try {
        return [{ locale, xml: textOfBytes(readFileSync(fileIn(join(folder, locale), file))) }];
      } catch {
        return [];
      }
    });
}
