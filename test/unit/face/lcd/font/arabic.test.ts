import { expect, test } from 'vitest';
import { shapeArabic } from '../../../../../src-renderer/face/lcd/font/scripts/arabic-shapes.ts';
import { readingOrder } from '../../../../../src-renderer/face/lcd/font/scripts/reading-order.ts';

const shaped = (text: string): string => shapeArabic([...text]).join('');
const ordered = (text: string, direction: 'ltr' | 'rtl'): string => readingOrder([...text], direction).join('');

test.each([
  ['a letter alone', 'ب', '\ufe8f'],
  ['initial, medial and final', 'ببب', '\ufe91\ufe92\ufe90'],
  ['a letter that never joins the next one', 'دب', '\ufea9\ufe8f'],
  ['the letters of the word for a call', 'اتصال', '\ufe8d\ufe97\ufebc\ufe8e\ufedd'],
  ['lam and alef as one sign, alone', 'لا', '\ufefb'],
  ['lam and alef as one sign, joined', 'بلا', '\ufe91\ufefc'],
  ['each kind of alef behind a lam', 'لألإلآ', '\ufef7\ufef9\ufef5'],
  ['two lams before an alef', 'للا', '\ufedf\ufefc'],
  ['hamza, which joins nothing', 'إلغاء', '\ufe87\ufedf\ufed0\ufe8e\ufe80'],
  ['the letter at the end of the word for to', 'إلى', '\ufe87\ufedf\ufef0'],
  ['a lengthened join', 'بـب', '\ufe91ـ\ufe90'],
  ['Persian letters', 'پک', '\ufb58\ufb8f'],
  ['no vowel signs', 'متاحًا', '\ufee3\ufe98\ufe8e\ufea3\ufe8e'],
  ['nothing of Latin and digits', 'CM 12', 'CM\u200212'],
])('shapes %s', (_what, text, expected) => {
  expect(shaped(text)).toBe(expected);
});

test.each([
  ['Arabic runs to the left', 'ابج', 'rtl', 'جبا'],
  ['numbers in it do not', 'رقم 1002.', 'rtl', '.1002 مقر'],
  ['a time stays readable', 'وقت 14:05 22/11/26', 'rtl', '22/11/26 14:05 تقو'],
  ['brackets turn round', 'رفض (403)', 'rtl', '(403) ضفر'],
  ['a Latin name in it runs to the right', 'من Bob (1002)', 'rtl', 'Bob (1002) نم'],
  ['an Arabic name in a Latin text', 'From علي to Bob', 'ltr', 'From يلع to Bob'],
  ['a number behind an Arabic name belongs to it', 'From علي (1002)', 'ltr', 'From (1002) يلع'],
  ['a character of two code units is kept', 'ا🦉ب', 'rtl', 'ب🦉ا'],
] as const)('%s', (_rule, text, direction, expected) => {
  expect(ordered(text, direction)).toBe(expected);
});

test('every letter of Arabic has forms that follow each other in Unicode, the first of them isolated', () => {
  const letters = Array.from({ length: 0x64a - 0x621 + 1 }, (_, index) => String.fromCodePoint(0x621 + index));
  const names = letters.filter((letter) => shaped(letter) !== letter);
  // The five code points between ghain and tatweel are other languages', tatweel itself has one form.
  expect(names.length).toBe(36);
  const crooked = names.filter((letter) => {
    const isolated = shaped(letter).codePointAt(0) ?? 0;
    const final = shaped(`ب${letter}`).codePointAt(1) ?? 0;
    return letter !== 'ء' && final !== isolated + 1;
  });
  expect(crooked).toEqual([]);
});
