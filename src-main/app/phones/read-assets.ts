import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { errorWords } from '../../base/error-words';
import { fileIn } from '../../base/file-in';
import { textOfBytes } from '../../base/text-of-bytes';
import { ENGLISH } from '../../cef/screen-saver/dictionaries';
import { type SoftkeyTemplate, softkeyTemplateSchema } from '../../contract/softkey-template';
import { type Phrases, parseDictionary } from '../../xsi/objects/dictionary';

/** @throws Error naming the file if it cannot be read or parsed */
export function readPhoneDictionary(folder: string, locale: string): Phrases {
  const file = fileIn(join(folder, locale), 'phone-dictionary.xml');
  try {
    return parseDictionary(textOfBytes(readFileSync(file)));
  } catch (error) {
    throw new Error(`${file}: ${errorWords(error)}`);
  }
}

/**
 * The phone dictionaries by locale, each read when the first phone needs it. A phrase that a locale lacks is English.
 *
 * @param folders the first has English; a locale of a later one goes before that of the ones before it
 * @param report told once of each locale that cannot be used: its phones then speak English
 * @throws Error (the function returned) if English itself cannot be read: the phone could say nothing
 */
export function phoneDictionaries(
  folders: readonly [string, ...string[]],
  report: (problem: string) => void,
): (locale: string) => Phrases {
  const read = new Map<string, Phrases>();
  return (locale) => {
    const phrases = read.get(locale) ?? withEnglish(folders, locale, report);
    read.set(locale, phrases);
    return phrases;
  };
}

function withEnglish(
  folders: readonly [string, ...string[]],
  locale: string,
  report: (problem: string) => void,
): Phrases {
  const english = readPhoneDictionary(folders[0], ENGLISH);
  const folder = folders.findLast((one) => existsSync(join(one, locale))) ?? folders[0];
  if (locale === ENGLISH && folder === folders[0]) return english;
  try {
    return new Map([...english, ...readPhoneDictionary(folder, locale)]);
  } catch (error) {
    report(`locale ${locale} not used, its phones speak English: ${errorWords(error)}`);
    return english;
  }
}

/** @throws Error naming the file and the field if it is no softkey template */
export function readSoftkeyTemplate(file: string): SoftkeyTemplate {
  const template = v.safeParse(v.pipe(v.string(), v.parseJson(), softkeyTemplateSchema), readFileSync(file, 'utf8'));
  if (template.success) return template.output;
  const [issue] = template.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** @throws Error naming the file and the field of the first one that is no softkey template */
export const readSoftkeyTemplates = (folder: string): readonly SoftkeyTemplate[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readSoftkeyTemplate(join(folder, file)));
