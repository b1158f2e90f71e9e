import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DictionaryFile } from '../../cef/screen-saver/dictionaries';
import { type SoftkeyTemplate, softkeyTemplateSchema } from '../../contract/softkey-template';
import { type Phrases, parseDictionary } from '../../xsi/objects/dictionary';

/** One dictionary file of every installed locale; a locale that lacks it is left out. */
export function readDictionaryFiles(folder: string, file: string): readonly DictionaryFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: locale }) => {
      try {
        return [{ locale, xml: readFileSync(join(folder, locale, file), 'utf8') }];
      } catch {
        return [];
      }
    });
}

/** @throws Error naming the file if it cannot be read or parsed: the phone could say nothing */
export function readPhoneDictionary(folder: string, locale: string): Phrases {
  const file = join(folder, locale, 'phone-dictionary.xml');
  try {
    return parseDictionary(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The phone dictionaries of a folder by locale, each read when the first phone needs it. */
export function phoneDictionaries(folder: string): (locale: string) => Phrases {
  const read = new Map<string, Phrases>();
  return (locale) => {
    const phrases = read.get(locale) ?? readPhoneDictionary(folder, locale);
    read.set(locale, phrases);
    return phrases;
  };
}

/** @throws Error naming the file and the field if it is no softkey template */
export function readSoftkeyTemplate(file: string): SoftkeyTemplate {
  const template = v.safeParse(v.pipe(v.string(), v.parseJson(), softkeyTemplateSchema), readFileSync(file, 'utf8'));
  if (template.success) return template.output;
  const [issue] = template.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
