import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { phoneDictionaries } from '../../../../src-main/app/phones/read-assets';
import { installedLocales } from '../../../../src-main/callmanager/administration/installed-locales';
import { readDictionaryFiles, readInstalledDictionaries } from '../../../../src-main/cef-host/read-dictionaries';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dictionaries-'));
  add('English_United_States', '<phrases><phrase i="busy" t="Busy"/><phrase i="hold" t="Hold"/></phrases>');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Where a user of the installed app puts more. */
const own = (): string => join(folder, 'own');

function add(locale: string, xml: string, to = folder): void {
  mkdirSync(join(to, locale), { recursive: true });
  writeFileSync(join(to, locale, 'phone-dictionary.xml'), xml);
}

const books = (): { readonly book: (locale: string) => object; readonly problems: string[] } => {
  const problems: string[] = [];
  const phrases = phoneDictionaries([folder, own()], (problem) => problems.push(problem));
  return { book: (locale) => Object.fromEntries(phrases(locale)), problems };
};

test('a locale is added by its folder; a phrase that it lacks is English', () => {
  add('Danish_Denmark', '<phrases><phrase i="busy" t="Optaget"/></phrases>');
  const { book, problems } = books();
  expect([book('Danish_Denmark'), problems]).toEqual([{ busy: 'Optaget', hold: 'Hold' }, []]);
});

test('a folder of the user adds locales, and goes before ours; without it ours are there', () => {
  add('Danish_Denmark', '<phrases><phrase i="busy" t="Optaget"/></phrases>', own());
  add('English_United_States', '<phrases><phrase i="busy" t="Engaged"/></phrases>', own());
  const { book, problems } = books();
  expect([book('Danish_Denmark'), book('English_United_States'), problems]).toEqual([
    { busy: 'Optaget', hold: 'Hold' },
    { busy: 'Engaged', hold: 'Hold' },
    [],
  ]);
  const installed = () =>
    readInstalledDictionaries([folder, own()], 'phone-dictionary.xml').map(({ locale }) => locale);
  expect([installed(), installedLocales([folder, own()])]).toEqual([
    ['English_United_States', 'Danish_Denmark', 'English_United_States'],
    ['Danish_Denmark', 'English_United_States', 'own'],
  ]);
  rmSync(own(), { recursive: true });
  expect(installed()).toEqual(['English_United_States']);
});

test.each([
  ['is broken', '<phrases><phrase i="busy"', 'Broken_Somewhere'],
  ['is something else', '<html/>', 'Page_Somewhere'],
])('a locale whose dictionary %s is reported once, and its phones speak English', (_what, xml, locale) => {
  add(locale, xml);
  const { book, problems } = books();
  expect([book(locale), book(locale)]).toEqual(Array(2).fill({ busy: 'Busy', hold: 'Hold' }));
  expect(problems).toEqual([expect.stringMatching(new RegExp(`${locale}.*phone-dictionary\\.xml`))]);
});

test('so is a locale that is not installed', () => {
  const { book, problems } = books();
  expect(book('Nowhere_At_All')).toEqual({ busy: 'Busy', hold: 'Hold' });
  expect(problems).toEqual([expect.stringContaining('Nowhere_At_All')]);
});

test('without English the phone could say nothing: that is an error which names the file', () => {
  rmSync(join(folder, 'English_United_States'), { recursive: true });
  expect(() => books().book('Danish_Denmark')).toThrow(/English_United_States.*phone-dictionary\.xml/);
});

test('a folder without the file that is asked for, or a file beside the folders, is no locale', () => {
  writeFileSync(join(folder, 'README.md'), 'not a locale');
  expect(readDictionaryFiles(folder, 'call-back-dictionary.xml')).toEqual([]);
  expect(readDictionaryFiles(folder, 'phone-dictionary.xml').map(({ locale }) => locale)).toEqual([
    'English_United_States',
  ]);
});
