import { charactersOf, measureText } from './font/measure';

/** Cuts a text into rows between words; a word that is wider than a row is cut inside, a line break always ends a row. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, width));
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (measureText(longer) <= width) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    const pieces = cutWord(word, width);
    rows.push(...pieces.slice(0, -1));
    row = pieces.at(-1) ?? '';
  }
  return [...rows, row];
}

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
