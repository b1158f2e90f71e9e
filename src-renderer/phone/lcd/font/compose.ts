import type { Glyph } from './parse-glyphs';

/** Where an accent goes, in rows of the cell; a capital's is in the gap above its row, which is why rows may be negative. */
interface Accent {
  readonly rows: readonly string[];
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
  '\u030a': { rows: ['.#.', '#.#', '.#.'], above: 'letter' },
  '\u030b': { rows: ['.#.#', '#.#.'], above: 'letter' },
  '\u030c': { rows: ['#.#', '.#.'], above: 'letter' },
  '\u0327': { rows: ['.#', '#.'], above: 'below' },
  '\u0328': { rows: ['#.', '.#'], above: 'below' },
};

const DOTLESS: Readonly<Record<string, string>> = { i: 'ı', j: 'ȷ' };

/** A glyph and the dots that are laid over it: x and y count from the glyph's own corner. */
export interface ComposedGlyph {
  readonly base: Glyph;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

/** Puts a letter with an accent together from the plain letter and the accent, or answers undefined. */
export function composeGlyph(character: string, glyphs: ReadonlyMap<string, Glyph>): ComposedGlyph | undefined {
  const [letter = '', mark = '', ...more] = character.normalize('NFD');
  const accent = ACCENTS[mark];
  const base = glyphs.get((accent?.above === 'letter' && DOTLESS[letter]) || letter);
  if (!accent || !base || more.length > 0) return undefined;
  const width = accent.rows[0]?.length ?? 0;
  const left = Math.max(0, Math.floor((base.width - width) / 2));
  const firstInk = base.rows.findIndex((row) => row.includes(true));
  // Small letters leave a row free under the accent; above a capital there is room for the accent only.
  const gap = firstInk > 2 ? 1 : 0;
  const top = accent.above === 'below' ? 8 : firstInk - gap - accent.rows.length;
  const dots = accent.rows.flatMap((row, y) =>
    [...row].flatMap((dot, x) => (dot === '#' ? [{ x: left + x, y: top + y }] : [])),
  );
  return { base, dots };
}
