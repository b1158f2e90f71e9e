import { charactersOf, measureText } from './font/measure';
import { isWrittenIn } from './font/scripts/load-scripts';

/** Closing marks and the small kana: a row does not begin with them. */
const NEVER_FIRST = new Set(
  '、。，．：；！？」』）］｝】〉》”’…ー・々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}',
);
/** Opening marks: a row does not end with them. */
const NEVER_LAST = new Set('「『（［｛【〈《“‘([{');

/**
 * Cuts a text into rows between words, or between the characters of a script that has no spaces. A word that is wider than a row
 * is cut inside; a line break always ends a row.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, width));
}

/** What is not cut if it fits in a row, and the space before it. */
interface Piece {
  readonly text: string;
  readonly space: '' | ' ';
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const { text, space } of piecesOf(paragraph)) {
    const longer = row === '' ? text : row + space + text;
    if (measureText(longer) <= width) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    const parts = cutWord(text, width);
    rows.push(...parts.slice(0, -1));
    row = parts.at(-1) ?? '';
  }
  return [...rows, row];
}

function piecesOf(paragraph: string): readonly Piece[] {
  const words = paragraph.split(/[ \t]+/).filter((part) => part !== '');
  return words.flatMap((word) =>
    splitWord(word).map((text, index) => ({ text, space: index === 0 ? ' ' : '' }) as const),
  );
}

function splitWord(word: string): readonly string[] {
  if (!isWrittenIn('han', word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of charactersOf(word)) {
    if (piece !== '' && mayEndRow(piece.slice(-1), character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Chinese and Japanese are written without spaces: a row may end between any two characters. */
const mayEndRow = (last: string, next: string): boolean =>
  isWrittenIn('han', last + next) && !NEVER_LAST.has(last) && !NEVER_FIRST.has(next);

function cutWord(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of charactersOf(word)) {
    if (piece !== '' && measureText(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
