/**
 * Makes the glyphs for Chinese, Japanese and Arabic of the display from two free fonts (README.md says where they are from):
 *
 *   node assets/fonts/make-script-glyphs.mjs b12.pcf.gz unifont.hex
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readHex } from './read-hex.mjs';
import { readPcf } from './read-pcf.mjs';

const [pcfFile, hexFile] = process.argv.slice(2);
if (!pcfFile || !hexFile) throw new Error('usage: node assets/fonts/make-script-glyphs.mjs b12.pcf.gz unifont.hex');
const here = import.meta.dirname;
const TARGET = resolve(here, '../../src-renderer/face/lcd/font/scripts');

/** A glyph is its rows, each a text of `#` and `.`. */
const width = (rows) => rows[0].length;
const cut = (rows, from, to) => rows.map((row) => row.slice(from, to));

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

/** The characters of rows of a national set of two bytes: its first level, those that names and plain words are written with. */
function firstLevel(encoding, firstRow, lastRow) {
  const decoder = new TextDecoder(encoding, { fatal: false });
  const pairs = range(firstRow, lastRow).flatMap((row) => range(0xa1, 0xfe).map((cell) => [row, cell]));
  return pairs
    .map((pair) => decoder.decode(Uint8Array.from(pair.map((character) => character.codePointAt(0)))))
    .filter((character) => [...character].length === 1 && character !== '\ufffd');
}

function dictionaryCharacters() {
  const folder = resolve(here, '../dictionaries');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'));
  return files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8')]);
}

/** The marks of a sentence need but half of their cell. */
const HALF_CELLS = new Set('、。，．：；！？「」『』（）［］｛｝【】〈〉《》');

/** The half that begins one column before the ink. */
function halfOf(rows) {
  const half = width(rows) / 2;
  const start = Math.min(half, Math.max(0, inkedColumns(rows).indexOf(true) - 1));
  return cut(rows, start, start + half);
}

/** Two rows of text shall not touch. */
const withGapAbove = (rows) => ['.'.repeat(width(rows)), ...rows];

const inkedColumns = (rows) => [...rows[0]].map((_, column) => rows.some((row) => row[column] === '#'));

function han(font) {
  const corrections = readCorrections(readFileSync(join(here, 'efont/corrections.txt'), 'utf8'));
  const wanted = [
    ...range(0x3001, 0x3015),
    ...range(0x3041, 0x3096),
    ...range(0x309b, 0x309e),
    ...range(0x30a0, 0x30ff),
    ...range(0xff01, 0xff5e),
    ...firstLevel('gb2312', 0xb0, 0xd7),
    ...firstLevel('euc-jp', 0xb0, 0xcf),
    ...dictionaryCharacters().filter((character) => character >= '\u2e80' && character < '\ufb00'),
  ];
  return sorted(wanted).flatMap((character) => {
    const cell = corrections.get(character) ?? font.get(character.codePointAt(0));
    if (!cell) return [];
    return [[character, withGapAbove(HALF_CELLS.has(character) ? halfOf(cell) : cell)]];
  });
}

/** Bands as in the display's own typeface: a line of names, then the rows of dots, one column a glyph. */
function readCorrections(text) {
  const bands = text.trim().split(/\n\s*\n/);
  return new Map(
    bands.flatMap((band) => {
      const [names, ...rows] = band.split('\n').map((line) => line.trim().split(/\s+/));
      return names.map((name, column) => [name, rows.map((row) => row[column])]);
    }),
  );
}

/** Of the cell of 16 rows: the first and the last that are used, where an alef should begin, and where the letters join. */
const ARABIC_ROWS = { first: 3, end: 16, alef: 4, join: 10 };

function arabic(font) {
  const corrections = readCorrections(readFileSync(join(here, 'unifont/corrections.txt'), 'utf8'));
  const wanted = [
    ...range(0x060c, 0x060c),
    ...range(0x061b, 0x061f),
    ...range(0x0620, 0x064a),
    ...range(0x0660, 0x066d),
    ...range(0x066e, 0x06d5),
    ...range(0x06f0, 0x06f9),
    ...range(0xfb50, 0xfbb1),
    ...range(0xfbd3, 0xfbff),
    ...range(0xfe80, 0xfefc),
  ];
  return sorted(wanted).flatMap((character) => {
    const cell = font.get(character.codePointAt(0));
    if (!cell) return [];
    return [[character, corrections.get(character) ?? narrow(lower(cell).slice(ARABIC_ROWS.first, ARABIC_ROWS.end))]];
  });
}

/** What is too high is made lower by a row at a time. A stem bears it; any other letter only where there is no row for it. */
function lower(rows) {
  const top = rows.findIndex((row) => row.includes('#'));
  if (top < 0 || top >= ARABIC_ROWS.alef) return rows;
  const candidates = rows.map((_, y) => y).filter((y) => y > top && y < ARABIC_ROWS.join);
  const stem = candidates.findLast((y) => rows[y].includes('#') && rows[y] === rows[y - 1] && rows[y] === rows[y - 2]);
  if (stem === undefined && top >= ARABIC_ROWS.first) return rows;
  const difference = (y) => [...rows[y]].filter((dot, x) => dot !== rows[y - 1][x]).length;
  const merged = stem ?? candidates.reduce((best, y) => (difference(y) <= difference(best) ? y : best));
  const together = [...rows[merged]].map((dot, x) => (rows[merged - 1][x] === '#' ? '#' : dot)).join('');
  return lower(['.'.repeat(width(rows)), ...rows.slice(0, merged - 1), together, ...rows.slice(merged + 1)]);
}

/**
 * Of the columns at a side that hold nothing but the join, one is enough. Of the empty ones, one at the left parts a letter from
 * the next; at the right there need be none.
 */
function narrow(rows) {
  const kinds = [...rows[0]].map((_, column) => {
    const inked = rows.flatMap((row, y) => (row[column] === '#' ? [y + ARABIC_ROWS.first] : []));
    if (inked.length === 0) return 'empty';
    return inked.length === 1 && inked[0] === ARABIC_ROWS.join ? 'join' : 'letter';
  });
  let [from, to] = [0, width(rows)];
  while (to - from > 2 && kinds[from] !== 'letter' && kinds[from] === kinds[from + 1]) from += 1;
  while (to - from > 2 && kinds[to - 1] !== 'letter' && kinds[to - 1] === kinds[to - 2]) to -= 1;
  if (kinds[to - 1] === 'empty' && to - from > 2) to -= 1;
  return cut(rows, from, to);
}

const sorted = (characters) =>
  [...new Set(characters)].sort((left, right) => left.codePointAt(0) - right.codePointAt(0));

/** One byte for the width of each glyph, then its dots row by row, eight in a byte, the last byte filled up with zeros. */
function pack(glyphs) {
  const bytes = glyphs.flatMap(([, rows]) => {
    const dots = rows.join('').replaceAll('#', '1').replaceAll('.', '0');
    const octets = dots.match(/.{1,8}/g).map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2));
    return [width(rows), ...octets];
  });
  return Buffer.from(bytes).toString('base64');
}

function write(script, source, glyphs) {
  const name = `${script.toUpperCase()}_GLYPHS`;
  const text = `import type { PackedGlyphs } from './packed-glyphs';

/** ${source} See assets/fonts/README.md. Made by make-script-glyphs.mjs there: not to be edited. */
export const ${name}: PackedGlyphs = {
  height: ${glyphs[0][1].length},
  characters:
    '${glyphs.map(([character]) => character).join('')}',
  dots: '${pack(glyphs)}',
};
`;
  writeFileSync(join(TARGET, `${script}-glyphs.ts`), text);
  console.log(`${script}: ${glyphs.length} glyphs, ${text.length} characters`);
}

write('han', 'From b12 of the /efont/ Unicode fonts, under the licence of three clauses.', han(readPcf(pcfFile)));
write('arabic', 'From GNU Unifont, under the SIL Open Font License.', arabic(readHex(hexFile)));
