import { errorWords } from '../../base/error-words';
import { type Phrases, parseDictionary } from '../../xsi/objects/dictionary';

/** One dictionary file as it was found: the folder's name is the locale's. */
export interface DictionaryFile {
  readonly locale: string;
  readonly xml: string;
}

/** Every phrase that a screen needs; a locale may lack some, English may not. */
export const CALL_BACK_PHRASES = [
  'title',
  'prompt',
  'activated',
  'available',
  'cannotInvoke',
  'notActive',
  'alreadyActive',
  'cannotActivate',
  'serviceNotAvailable',
  'serviceFailure',
  'expired',
  'endedCancelled',
  'endedAllCancelled',
  'endedConnected',
  'endedPhoneReset',
  'list.place',
  'list.since',
  'list.missed',
  'why.available',
  'why.talking',
  'why.held',
  'why.doNotDisturb',
  'why.ringing',
  'why.offline',
  'why.notLifted',
  'why.justFree',
  'why.callerBusy',
  'why.unknown',
  'key.Next',
  'key.CancelAll',
  'key.Dial',
  'key.Cancel',
  'key.Exit',
  'key.OK',
] as const;
export type CallBackPhrase = (typeof CALL_BACK_PHRASES)[number];

export const ENGLISH = 'English_United_States';

/**
 * The dictionaries of all installed locales: "reads the XML dictionary files and creates Document Object Model (DOM)
 * objects for all installed locales when the CEF service starts". A phrase that a locale lacks is English.
 */
export class Dictionaries {
  readonly #byLocale: ReadonlyMap<string, Phrases>;
  readonly #english: Phrases;

  private constructor(byLocale: ReadonlyMap<string, Phrases>, english: Phrases) {
    this.#byLocale = byLocale;
    this.#english = english;
  }

  /**
   * @param report told of each file that cannot be used; its locale is then as if it were not installed
   * @throws Error if English itself is not usable: there is nothing left to say anything with
   */
  static read(files: readonly DictionaryFile[], report: (problem: string) => void): Dictionaries {
    const byLocale = new Map<string, Phrases>();
    for (const { locale, xml } of files) {
      try {
        byLocale.set(locale, parseDictionary(xml));
      } catch (error) {
        report(`dictionary of ${locale} skipped: ${errorWords(error)}`);
      }
    }
    const english = byLocale.get(ENGLISH);
    const missing = CALL_BACK_PHRASES.filter((id) => !english?.has(id));
    if (!english || missing.length > 0)
      throw new Error(`the Call Back dictionary of ${ENGLISH} is not installed or lacks: ${missing.join(', ')}`);
    return new Dictionaries(byLocale, english);
  }

  phrase(locale: string, id: CallBackPhrase): string {
    return this.#byLocale.get(locale)?.get(id) ?? this.#english.get(id) ?? id;
  }
}
