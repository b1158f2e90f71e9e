import type { Direction } from '../../../../../src-main/contract/display';
import type { Glyph } from '../parse-glyphs';

/** What a script needs beside our own typeface. It is loaded when the first text is written in it. */
export interface ScriptFont {
  /** In its whole cell: no empty pixel follows it. */
  glyph(character: string): Glyph | undefined;
  /** The letters in the form that their neighbours give them. Without it, they have but one. */
  shape?(characters: readonly string[]): readonly string[];
  /** Shaped characters in the order in which they stand from left to right. Without it, they already are. */
  order?(characters: readonly string[], direction: Direction): readonly string[];
}
