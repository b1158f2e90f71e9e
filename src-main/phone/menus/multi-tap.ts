import { DIGITS, type Digit } from '../../contract/keys';
import { type Phrasebook, phrase } from '../phrases';

/** What each key of the keypad writes in text, in the order in which presses go through it: the digit ends the small letters. */
export type Letters = Readonly<Partial<Record<Digit, string>>>;

export const lettersOf = (book: Phrasebook): Letters =>
  Object.fromEntries(
    DIGITS.filter((digit) => book.has(`letters.${digit}`)).map((digit) => [digit, phrase(book, `letters.${digit}`)]),
  );

const MODES = ['abc', 'ABC', '123'] as const;
export type Mode = (typeof MODES)[number];

export const nextMode = (mode: Mode): Mode => MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'abc';

/** The characters of a key: the ones of the mode, the digit, the others. In 123 there is the digit alone. */
export function charactersOf(letters: Letters, digit: Digit, mode: Mode): readonly string[] {
  if (mode === '123') return [digit];
  const lower = [...(letters[digit] ?? digit)];
  // What has no capital of one character ("ß") has none.
  const upper = lower.map((letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter));
  return [...new Set(mode === 'ABC' ? [...upper, ...lower] : [...lower, ...upper])];
}
