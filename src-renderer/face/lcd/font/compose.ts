import type { Glyph } from './parse-glyphs';

/** Where an accent goes, in rows of the cell. `capital` is its lower form, where there is less room. */
interface Accent {
  readonly rows: readonly string[];
  readonly capital?: readonly string[];
  readonly above: 'letter' | 'below';
}

/** Unicode's combining marks, by code point. */
const ACCENTS: Readonly<Record<string, Accent>> = {
  '\u0300': { rows: ['#.', '.#'], above: 'letter' },
  '\u0301': { rows: ['.#', '#.'], above: 'letter' },
  '\u0302': { rows: ['.#.', '#.#'], above: 'letter' },
  '\u0303': { rows: ['.#.#', '#.#.'], above: 'letter' },
  '\u0304': { rows: ['###'], above: 'letter' },
  '\u0306': { rows: ['#.#', '.#.'], above: 'letter' },
  '\u0307': { rows: ['#'], above: 'letter' },
  '\u0308': { rows: ['#.#'], above: 'letter' },
  '\u030a': { rows: ['.#.', '#.#', '.#.'], capital: ['##', '##'], above: 'letter' },
  '\u030b': { rows: ['.#.#', '#.#.'], above: 'letter' },
  '\u030c': { rows: ['#.#', '.#.'], above: 'letter' },
  '\u0327': { rows: ['.#', '#.'], above: 'below' },
  '\u0328': { rows: ['#.', '.#'], above: 'below' },
};
const OGONEK = '\u0328';

const DOTLESS: Readonly<Record<string, string>> = { i: 'ı', j: 'ȷ', і: 'ı' };

/** The rows of a capital. The row above is free, and so is the one above that: it parts two rows of text. */
const CAPITAL = { top: 1, bottom: 7 } as const;
const HIGHEST = -1;

/** A glyph and the dots that are laid over it: x and y count from the glyph's own corner, and y may be negative. */
export interface ComposedGlyph {
  readonly base: Glyph;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

/** Puts a letter with an accent together from the plain letter and the accent, or answers undefined. */
export function composeGlyph(character: string, glyphs: ReadonlyMap<string, Glyph>): ComposedGlyph | undefined {
  const [letter = '', mark = '', ...more] = character.normalize('NFD');
  const accent = ACCENTS[mark];
  const plain = glyphs.get((accent?.above === 'letter' && DOTLESS[letter]) || letter);
  if (!accent || !plain || more.length > 0) return undefined;
  if (accent.above === 'below')
    return withDots(plain, accent.rows, mark === OGONEK ? 'right' : 'middle', CAPITAL.bottom + 1);
  const firstInk = plain.rows.findIndex((row) => row.includes(true));
  if (firstInk > CAPITAL.top + 1) return withDots(plain, accent.rows, 'middle', firstInk - 1 - accent.rows.length);
  const rows = accent.capital ?? accent.rows;
  return withDots(rows.length > 1 ? lower(plain) : plain, rows, 'middle', HIGHEST);
}

function withDots(base: Glyph, rows: readonly string[], place: 'middle' | 'right', top: number): ComposedGlyph {
  const room = base.width - (rows[0]?.length ?? 0);
  const left = Math.max(0, place === 'right' ? room : Math.floor(room / 2));
  const dots = rows.flatMap((row, y) =>
    [...row].flatMap((dot, x) => (dot === '#' ? [{ x: left + x, y: top + y }] : [])),
  );
  return { base, dots };
}

/** A capital one row lower, so that an accent of two rows does not touch it: a row goes that is like the one above it. */
function lower(glyph: Glyph): Glyph {
  const rows = [...glyph.rows];
  const twice = rows.findIndex((row, y) => y > CAPITAL.top && sameDots(row, rows[y - 1]));
  rows.splice(twice > 0 && twice <= CAPITAL.bottom ? twice : CAPITAL.bottom - 1, 1);
  rows.unshift(Array.from({ length: glyph.width }, () => false));
  return { width: glyph.width, rows };
}

const sameDots = (row: readonly boolean[], other: readonly boolean[] | undefined): boolean =>
  row.every((dark, x) => dark === other?.[x]);
