import { describe, expect, test } from 'vitest';
import { readPhoneDictionary } from '../../../src-main/app/phones/read-assets';
import { PHRASE_IDS, phrase } from '../../../src-main/phone/phrases';
import { fitText } from '../../../src-renderer/face/lcd/font/measure';
import { PROMPT } from '../../../src-renderer/face/lcd/layout';

const book = readPhoneDictionary('assets/dictionaries', 'English_United_States');

/** The widest four digits, and the longest time between two questions. */
const NUMBER = '2002';
const SECONDS = '3600';

describe.each(PHRASE_IDS)('the phrase %s', (id) => {
  test('has its words in the dictionary', () => {
    expect(book.get(id)).toBeDefined();
  });

  test('fits on the prompt line', () => {
    const words = phrase(book, id, NUMBER, SECONDS);
    expect(fitText(words, PROMPT.width)).toBe(words);
  });
});

test('what is put into a phrase is not searched for signs itself', () => {
  expect(phrase(new Map([['both', '%s and %t']]), 'both', '%t $&', 'two')).toBe('%t $& and two');
});
