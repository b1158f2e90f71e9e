import { type ComposedGlyph, composeGlyph } from './compose';
import { GLYPHS } from './glyphs';
import { type Glyph, parseGlyphs } from './parse-glyphs';

export const FONT: ReadonlyMap<string, Glyph> = parseGlyphs(GLYPHS);

/** From one row of text to the next. */
export const ROW_PITCH = 11;

const MISSING: Glyph = FONT.get('missing') ?? { width: 4, rows: [] };
const composed = new Map<string, ComposedGlyph>();

/** Any character has a glyph: what the typeface lacks is a box. */
export function glyphOf(character: string): ComposedGlyph {
  const known = composed.get(character);
  if (known) return known;
  const plain = FONT.get(character);
  const glyph = plain ? { base: plain, dots: [] } : (composeGlyph(character, FONT) ?? { base: MISSING, dots: [] });
  composed.set(character, glyph);
  return glyph;
}

/** A letter may be written as a letter and a combining mark: both ways it is one character here. */
export const charactersOf = (text: string): string[] => [...text.normalize('NFC')];

/** Pixels from the first dark column to behind the last; the gap after the last character does not count. */
export function measureText(text: string): number {
  const characters = charactersOf(text);
  return (
    characters.reduce((width, character) => width + glyphOf(character).base.width + 1, 0) - Math.sign(characters.length)
  );
}

/** As much of the text as fits, with an ellipsis where something was cut off. */
export function fitText(text: string, width: number): string {
  if (measureText(text) <= width) return text;
  const characters = charactersOf(text);
  while (characters.length > 0 && measureText(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
