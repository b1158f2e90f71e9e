/** A small picture: 10 rows of the same width; true = a dark pixel. */
export interface Glyph {
  readonly width: number;
  readonly rows: readonly (readonly boolean[])[];
}

const GLYPH_HEIGHT = 10;

/** Names of characters that cannot be a heading themselves, because a heading is cut at its spaces. */
const NAMED: Readonly<Record<string, string>> = { space: ' ', wideSpace: '\u2002', backslash: '\\', backquote: '`' };

/** Reads bands of glyphs: a line of names, then ten rows of `#` and `.`, one column a glyph. */
export function parseGlyphs(text: string): ReadonlyMap<string, Glyph> {
  const glyphs = new Map<string, Glyph>();
  for (const band of text.trim().split(/\n\s*\n/)) {
    const [names = [], ...rows] = band.split('\n').map((line) => line.trim().split(/\s+/));
    for (const [column, name] of names.entries()) {
      const glyph = readColumn(rows, column);
      if (!glyph) throw new Error(`Glyph "${name}" is not ${GLYPH_HEIGHT} rows of the same width`);
      glyphs.set(NAMED[name] ?? name, glyph);
    }
  }
  return glyphs;
}

function readColumn(rows: readonly (readonly string[])[], column: number): Glyph | undefined {
  const cells = rows.map((row) => row[column] ?? '');
  const width = cells[0]?.length ?? 0;
  const wellFormed = cells.length === GLYPH_HEIGHT && width > 0 && cells.every((cell) => cell.length === width);
  if (!wellFormed) return undefined;
  return { width, rows: cells.map((cell) => [...cell].map((dot) => dot === '#')) };
}
