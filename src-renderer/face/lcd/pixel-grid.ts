import type { Direction } from '../../../src-main/contract/display';
import { glyphsOf, measureText, ownTop } from './font/measure';
import type { Glyph } from './font/parse-glyphs';

/** Four levels of grey, as the display has: 0 is the bare display, 3 is black. */
export type Grey = 0 | 1 | 2 | 3;

/** The pixels of the display before they become light. Drawing outside of it draws nothing. */
export class PixelGrid {
  readonly pixels: Uint8Array;

  /** @param direction of the language: where a text begins that has words of both directions */
  constructor(
    readonly width: number,
    readonly height: number,
    readonly direction: Direction = 'ltr',
  ) {
    this.pixels = new Uint8Array(width * height);
  }

  set(x: number, y: number, grey: Grey): void {
    if (x >= 0 && x < this.width && y >= 0 && y < this.height) this.pixels[y * this.width + x] = grey;
  }

  at(x: number, y: number): number {
    return this.pixels[y * this.width + x] ?? 0;
  }

  fill(left: number, top: number, width: number, height: number, grey: Grey): void {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) this.set(x, y, grey);
    }
  }

  /** Dark becomes light, and light dark: how a cursor stands over a character. */
  invert(left: number, top: number, width: number, height: number): void {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) this.set(x, y, (3 - this.at(x, y)) as Grey);
    }
  }

  glyph(glyph: Glyph, left: number, top: number, grey: Grey = 3): void {
    for (const [y, row] of glyph.rows.entries()) {
      for (const [x, dark] of row.entries()) if (dark) this.set(left + x, top + y, grey);
    }
  }

  /** Answers where the next character would begin. */
  text(text: string, left: number, top: number, grey: Grey = 3): number {
    let x = left;
    const topOfOwn = top + ownTop(text);
    for (const { base, dots, gap, own } of glyphsOf(text, this.direction)) {
      const y = own ? topOfOwn : top;
      this.glyph(base, x, y, grey);
      for (const dot of dots) this.set(x + dot.x, y + dot.y, grey);
      x += base.width + gap;
    }
    return x;
  }

  textRight(text: string, right: number, top: number, grey: Grey = 3): void {
    this.text(text, right - measureText(text), top, grey);
  }

  /** At the side of the room where a line of the language begins. */
  textAtStart(text: string, left: number, width: number, top: number, grey: Grey = 3): void {
    if (this.direction === 'rtl') this.textRight(text, left + width, top, grey);
    else this.text(text, left, top, grey);
  }
}
