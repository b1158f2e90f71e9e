import type { Direction } from '../../../../src-main/contract/display';
import { type ComposedGlyph, composeGlyph } from './compose';
import { cyrillicLetters } from './cyrillic';
import { GLYPHS } from './glyphs';
import { type Glyph, parseGlyphs } from './parse-glyphs';
import { isWrittenIn, scriptFontFor } from './scripts/load-scripts';

const LATIN = parseGlyphs(GLYPHS);
export const FONT: ReadonlyMap<string, Glyph> = new Map([...LATIN, ...cyrillicLetters(LATIN)]);

/** From one row of text to the next. */
export const ROW_PITCH = 11;
/**
 * The same where a text has characters of Chinese, Japanese or Arabic: they are higher than ours, and their first row of pixels
 * is always free.
 */
const HIGH_ROW_PITCH = 13;

/** How many rows lower our own letters stand beside Chinese and Japanese ones, to stand on the same line. */
const BESIDE_HAN = 3;

const MISSING: Glyph = FONT.get('missing') ?? { width: 4, rows: [] };
/** Looks like a space, and no row is broken there. */
const BLANKS = /[\u00a0\u202f]/;

/** A character as it stands in a row. */
export interface PlacedGlyph extends ComposedGlyph {
  /** Empty pixels to the next character. */
  readonly gap: number;
  /** True = one of our own: it knows no other height than that of a row of Latin. */
  readonly own: boolean;
}

const known = new Map<string, PlacedGlyph>();

/** Any character has a glyph: what the typefaces lack is a box. */
export function glyphOf(character: string): PlacedGlyph {
  const before = known.get(character);
  if (before) return before;
  const glyph = findGlyph(character);
  // The script of a box may be loaded later.
  if (glyph.base !== MISSING) known.set(character, glyph);
  return glyph;
}

function findGlyph(character: string): PlacedGlyph {
  const plain = FONT.get(BLANKS.test(character) ? ' ' : character);
  const own = plain ? { base: plain, dots: [] } : composeGlyph(character, FONT);
  if (own) return { ...own, gap: 1, own: true };
  const other = (scriptFontFor(character, 'han') ?? scriptFontFor(character, 'arabic'))?.glyph(character);
  return other ? { base: other, dots: [], gap: 0, own: false } : { base: MISSING, dots: [], gap: 1, own: true };
}

/** A letter may be written as a letter and a combining mark: both ways it is one character here. */
export const charactersOf = (text: string): string[] => [...text.normalize('NFC')];

const shapesOf = (text: string): readonly string[] => {
  const characters = charactersOf(text);
  return scriptFontFor(text, 'arabic')?.shape?.(characters) ?? characters;
};

/** Whether a text needs a row of the higher kind. */
export const isHigh = (text: string): boolean => isWrittenIn('han', text) || isWrittenIn('arabic', text);

/** From the top of a row with this text to the top of the next. */
export const rowPitch = (text: string): number => (isHigh(text) ? HIGH_ROW_PITCH : ROW_PITCH);

/** How far below the top of the row our own letters begin. */
export const ownTop = (text: string): number => (isWrittenIn('han', text) ? BESIDE_HAN : 0);

/** What there is to draw, from left to right. A text without letters that run to the left is left as it is. */
export function glyphsOf(text: string, direction: Direction): readonly PlacedGlyph[] {
  const shapes = shapesOf(text);
  const ordered = scriptFontFor(text, 'arabic')?.order?.(shapes, direction) ?? shapes;
  return ordered.map(glyphOf);
}

/**
 * Pixels from the first dark column to behind the last. The gap after the last character does not count, but in a text that runs
 * to the left: there the last one may stand anywhere.
 */
export function measureText(text: string): number {
  const glyphs = shapesOf(text).map(glyphOf);
  const wide = glyphs.reduce((width, { base, gap }) => width + base.width + gap, 0);
  return isWrittenIn('arabic', text) ? wide : wide - (glyphs.at(-1)?.gap ?? 0);
}

/** As much of the text as fits, with an ellipsis where something was cut off. */
export function fitText(text: string, width: number): string {
  if (measureText(text) <= width) return text;
  const characters = charactersOf(text);
  while (characters.length > 0 && measureText(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
