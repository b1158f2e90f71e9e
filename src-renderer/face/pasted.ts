import type { Display } from '../../src-main/contract/display';
import { CHARACTER, DIGITS, type Digit, type Key } from '../../src-main/contract/keys';
import { numberWritten } from '../../src-main/sip/written-number';

/** No number is longer, and no field of a form. */
const MAX_CHARACTERS = 32;
/** Without "#", which would dial: that is for the user to do. */
const NUMBER = /^\+?[\d*]{1,32}$/;

/** The keys that what is pasted stands for: a number into the dial field, or text into a form. What is neither is nothing. */
export function keysOf(text: string, plane: Display['plane']['kind']): readonly Key[] {
  switch (plane) {
    case 'input':
      return [...text.trim().replace(/\s+/g, ' ')].filter(isWritable).slice(0, MAX_CHARACTERS).map(characterKey);
    case 'calls': {
      // Of several lines the first that is one: two numbers are never one.
      const [line = ''] = text.split(/[\r\n\u2028\u2029]+/).filter((one) => one.trim() !== '');
      const number = numberWritten(line) ?? '';
      return NUMBER.test(number) ? [...number].map(dialKey) : [];
    }
    // A digit there chooses a row, or leaves the page.
    case 'menu':
    case 'services':
    case 'image':
      return [];
  }
}

const isWritable = (character: string): boolean => CHARACTER.test(character);

const characterKey = (character: string): Key => ({ kind: 'character', character });

const isDigit = (character: string): character is Digit => (DIGITS as readonly string[]).includes(character);

const dialKey = (character: string): Key =>
  isDigit(character) ? { kind: 'digit', digit: character } : characterKey(character);
