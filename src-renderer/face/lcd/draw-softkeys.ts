import { fitText, isHigh, measureText } from './font/measure';
import { SOFTKEYS } from './layout';
import type { PixelGrid } from './pixel-grid';

/** Free pixels at both sides of a label together. A character of Chinese or Japanese has its own within its cell. */
const MARGINS = 4;

/** Inverse boxes with cut corners, each above its button; a position without a key stays bare. */
export function drawSoftkeys(grid: PixelGrid, labels: readonly (string | null)[]): void {
  for (const [index, label] of labels.entries()) {
    if (label === null || label === '') continue;
    const left = SOFTKEYS.cell * index + 1;
    const width = SOFTKEYS.cell - 2;
    const right = left + width - 1;
    const bottom = SOFTKEYS.top + SOFTKEYS.height - 1;
    grid.fill(left, SOFTKEYS.top, width, SOFTKEYS.height, 3);
    for (const x of [left, right]) for (const y of [SOFTKEYS.top, bottom]) grid.set(x, y, 0);
    const text = fitText(label, softkeyRoom(label));
    const top = SOFTKEYS.top + (isHigh(text) ? -1 : 2);
    grid.text(text, left + Math.floor((width - measureText(text)) / 2), top, 0);
  }
}

/** Pixels that a label may be wide. */
export const softkeyRoom = (label: string): number => SOFTKEYS.cell - 2 - (isHigh(label) ? 0 : MARGINS);
