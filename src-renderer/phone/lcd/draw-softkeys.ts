import { fitText, measureText } from './font/measure';
import { SOFTKEYS } from './layout';
import type { PixelGrid } from './pixel-grid';

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
    const text = fitText(label, width - 4);
    grid.text(text, left + Math.floor((width - measureText(text)) / 2), SOFTKEYS.top + 2, 0);
  }
}
