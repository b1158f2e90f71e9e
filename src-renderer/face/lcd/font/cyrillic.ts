import { CYRILLIC_GLYPHS } from './cyrillic-glyphs';
import { type Glyph, parseGlyphs } from './parse-glyphs';

/** Letters that look as a Latin one does, each above it. */
const CYRILLIC = 'АВЕКМНОРСТХІЈЅаеорсухіјѕ';
const LATIN_LOOK = 'ABEKMHOPCTXIJSaeopcyxijs';

/** The Cyrillic letters; those with accents are put together as others are. */
export function cyrillicLetters(latin: ReadonlyMap<string, Glyph>): ReadonlyMap<string, Glyph> {
  const alike = [...CYRILLIC].flatMap((letter, index) => {
    const glyph = latin.get(LATIN_LOOK[index] ?? '');
    return glyph ? [[letter, glyph] as const] : [];
  });
  return new Map([...parseGlyphs(CYRILLIC_GLYPHS), ...alike]);
}
