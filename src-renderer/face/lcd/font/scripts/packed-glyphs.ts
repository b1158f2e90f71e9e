import type { Glyph } from '../parse-glyphs';

/** The glyphs of a script in little room: a reader of them is `unpackGlyphs`. */
export interface PackedGlyphs {
  /** Rows of each glyph. */
  readonly height: number;
  /** The characters in the order of their dots. */
  readonly characters: string;
  /** In base64: one byte for the width of a glyph, then its dots row by row, eight in a byte; the last byte is filled up. */
  readonly dots: string;
}

/** Answers the glyph of a character, or undefined. There are thousands: each is unpacked when it is first asked for. */
export function unpackGlyphs({ height, characters, dots }: PackedGlyphs): (character: string) => Glyph | undefined {
  const bytes = Uint8Array.from(atob(dots), (character) => character.charCodeAt(0));
  const starts = new Map<string, number>();
  let start = 0;
  for (const character of characters) {
    starts.set(character, start);
    start += 1 + Math.ceil(((bytes[start] ?? 0) * height) / 8);
  }
  return (character) => {
    const at = starts.get(character);
    return at === undefined ? undefined : readGlyph(bytes, at, height);
  };
}

function readGlyph(bytes: Uint8Array, start: number, height: number): Glyph {
  const width = bytes[start] ?? 0;
  const isDark = (index: number): boolean => (((bytes[start + 1 + (index >> 3)] ?? 0) >> (7 - (index & 7))) & 1) === 1;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => isDark(y * width + x)),
  );
  return { width, rows };
}
