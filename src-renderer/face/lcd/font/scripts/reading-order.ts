import bidiFactory from 'bidi-js';
import type { Direction } from '../../../../../src-main/contract/display';

const bidi = bidiFactory();

/** What stands for a character of two code units: neutral, as nearly all of them are that a name has. */
const NEUTRAL = '\ufffc';

/**
 * The characters from left to right, brackets turned round where the text runs to the left: the Unicode Bidirectional Algorithm
 * (UAX #9), rules up to L4.
 */
export function readingOrder(characters: readonly string[], direction: Direction): readonly string[] {
  const text = characters.map((character) => (character.length === 1 ? character : NEUTRAL)).join('');
  const embedding = bidi.getEmbeddingLevels(text, direction);
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
  const placed = characters.map((character, index) => mirrored.get(index) ?? character);
  for (const [start = 0, end = start] of bidi.getReorderSegments(text, embedding)) {
    placed.splice(start, end - start + 1, ...placed.slice(start, end + 1).reverse());
  }
  return placed;
}
