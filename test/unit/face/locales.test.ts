import { beforeAll, describe, expect, test } from 'vitest';
import { readPhoneDictionary } from '../../../src-main/app/phones/read-assets.ts';
import { CALL_BACK_PHRASES, ENGLISH } from '../../../src-main/cef/screen-saver/dictionaries.ts';
import { readDictionaryFiles } from '../../../src-main/cef-host/read-dictionaries.ts';
import { HELP_IDS } from '../../../src-main/phone/help.ts';
import { PHRASE_IDS, phrase } from '../../../src-main/phone/phrases.ts';
import { parseDictionary } from '../../../src-main/xsi/objects/dictionary.ts';
import { visibleRows } from '../../../src-renderer/face/lcd/draw-services.ts';
import { softkeyRoom } from '../../../src-renderer/face/lcd/draw-softkeys.ts';
import { charactersOf, FONT, glyphOf, measureText } from '../../../src-renderer/face/lcd/font/measure.ts';
import { isWrittenIn, loadScriptsOf } from '../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { PANE, PROMPT } from '../../../src-renderer/face/lcd/layout.ts';
import { wordsOf } from '../../../src-renderer/face/lcd/shown.ts';
import { wrapText } from '../../../src-renderer/face/lcd/wrap.ts';
import { LOCALES, LocalePhone, SCREENS } from '../../integration/face/locale-phone.ts';

const FOLDER = 'assets/dictionaries';
const files = new Map(
  readDictionaryFiles(FOLDER, 'call-back-dictionary.xml').map(({ locale, xml }) => [locale, parseDictionary(xml)]),
);
const callBackOf = (locale: string) => files.get(locale) ?? new Map<string, string>();
const phoneOf = (locale: string) => readPhoneDictionary(FOLDER, locale);

/** What the machine replaces in a phrase, in no order: languages differ in it. */
const signsOf = (text = ''): readonly string[] =>
  (text.match(/xxxx|yyyy|%[st]|<[^<>]*hh:mm[^<>]*>/g) ?? []).map(kindOf).sort();
const kindOf = (sign: string): string =>
  sign.startsWith('<') ? [...sign.matchAll(/hh:mm|mm|dd|yyyy|yy/g)].sort().join() : sign;

/** The widest four digits, and the longest time between two questions. */
const filled = (locale: string, id: string): string => phrase(phoneOf(locale), id, '2002', '3600');

const KEYS = 'key.';

describe.each(LOCALES)('%s', (locale) => {
  beforeAll(async () => {
    await loadScriptsOf([...callBackOf(locale).values(), ...phoneOf(locale).values()].join(' '));
  });

  test('has every phrase, and no other', () => {
    const ids = (book: ReadonlyMap<string, string>) => [...book.keys()].sort();
    expect(ids(callBackOf(locale))).toEqual(ids(callBackOf(ENGLISH)));
    expect(ids(phoneOf(locale))).toEqual(ids(phoneOf(ENGLISH)));
    expect(ids(callBackOf(locale))).toEqual([...CALL_BACK_PHRASES].sort());
    expect(PHRASE_IDS.filter((id) => !phoneOf(locale).get(id))).toEqual([]);
  });

  test('puts the same numbers, names and times into each phrase as English does', () => {
    const signs = (book: ReadonlyMap<string, string>) => [...book].map(([id, text]) => [id, signsOf(text)]).sort();
    expect(signs(callBackOf(locale))).toEqual(signs(callBackOf(ENGLISH)));
    expect(signs(phoneOf(locale))).toEqual(signs(phoneOf(ENGLISH)));
  });

  test('is written in characters that the display has', () => {
    const texts = [...callBackOf(locale).values(), ...phoneOf(locale).values()];
    const missing = new Set(texts.flatMap(charactersOf).filter((character) => !isDrawn(character)));
    expect([...missing]).toEqual([]);
  });

  test('has labels that fit the softkeys, and sentences that fit the prompt line', () => {
    const labels = [...callBackOf(locale), ...phoneOf(locale)].filter(([id]) => id.startsWith(KEYS));
    expect(labels.filter(([, label]) => measureText(label) > softkeyRoom(label))).toEqual([]);
    const prompts = PHRASE_IDS.filter((id) => !id.startsWith(KEYS)).map((id) => [id, filled(locale, id)] as const);
    expect(prompts.filter(([, prompt]) => measureText(prompt) > PROMPT.width)).toEqual([]);
    const { title = '', prompt = '' } = Object.fromEntries(callBackOf(locale));
    expect([measureText(title) <= PANE.width, measureText(prompt) <= PROMPT.width]).toEqual([true, true]);
  });

  test('has a time for the title bar that is as low as the bar', () => {
    expect(isWrittenIn('han', filled(locale, 'dateTime')) || isWrittenIn('arabic', filled(locale, 'dateTime'))).toBe(
      false,
    );
  });

  test('names the softkeys of a screen as they are labelled', () => {
    const book = callBackOf(locale);
    const named = (id: string, keys: readonly string[]) =>
      keys.filter((key) => !book.get(id)?.includes(book.get(key) ?? key));
    expect({
      activated: named('activated', ['key.Cancel', 'key.Exit']),
      available: named('available', ['key.Dial', 'key.Exit']),
      alreadyActive: named('alreadyActive', ['key.OK', 'key.Exit']),
      notActive: named('notActive', ['key.Exit']),
    }).toEqual({ activated: [], available: [], alreadyActive: [], notActive: [] });
  });

  test('explains every key and screen in its own words, with no word that the display would cut', () => {
    const helps = HELP_IDS.map((id) => [id, phoneOf(locale).get(id) ?? ''] as const);
    expect(helps.filter(([, text]) => text === '').map(([id]) => id)).toEqual([]);
    const untranslated = helps.filter(([id, text]) => locale !== ENGLISH && text === phoneOf(ENGLISH).get(id));
    expect(untranslated).toEqual([]);
    const rows = helps.flatMap(([, text]) => wrapText(text, PANE.width));
    expect(rows.filter((row) => measureText(row) > PANE.width || /^[、。，」”：；]/.test(row))).toEqual([]);
  });

  test('says the same on the prompt line of a screen as on that of an idle phone', () => {
    expect(callBackOf(locale).get('prompt')).toBe(phoneOf(locale).get('idle'));
  });

  test.each(Object.values(SCREENS))('shows the screen $id whole, with no word cut', (screen) => {
    const phone = new LocalePhone(locale).shows(screen);
    const { plane } = phone.snapshot.display;
    if (plane.kind !== 'services') throw new Error('no screen is shown');
    const words = plane.text.split(/[ \n]/).filter((word) => !isWrittenIn('han', word));
    expect(words.filter((word) => measureText(word) > PANE.width)).toEqual([]);
    const rows = wrapText(plane.text, PANE.width);
    expect(rows.filter((row) => measureText(row) > PANE.width || /^[、。，」”]/.test(row))).toEqual([]);
    expect(rows.join('').replaceAll(' ', '')).toBe(plane.text.normalize('NFC').replace(/[ \n]/g, ''));
  });

  test.each(Object.values(SCREENS))('can be scrolled to the end of the screen $id, where that is needed', (screen) => {
    const phone = new LocalePhone(locale).shows(screen);
    for (let times = 0; times < 9; times += 1)
      phone.input({ kind: 'key', key: { kind: 'navigate', direction: 'down' } });
    const { plane } = phone.snapshot.display;
    if (plane.kind !== 'services') throw new Error('no screen is shown');
    expect(visibleRows(plane).below).toBe(false);
  });
});

test('every script that a locale needs is found by the words of its display', () => {
  const written = LOCALES.map((locale) => wordsOf(new LocalePhone(locale).snapshot));
  expect(LOCALES.filter((_, index) => isWrittenIn('han', written[index] ?? ''))).toEqual([
    'Chinese_China',
    'Japanese_Japan',
  ]);
  expect(LOCALES.filter((_, index) => isWrittenIn('arabic', written[index] ?? ''))).toEqual(['Arabic_Saudi_Arabia']);
});

/** Vowel signs are left out on purpose. */
const isDrawn = (character: string): boolean =>
  /[\u064b-\u065f]/.test(character) || glyphOf(character).base !== FONT.get('missing');
