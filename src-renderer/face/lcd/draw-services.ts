import type { ServicesPlane } from '../../../src-main/contract/display';
import { drawScrollArrows } from './draw-scroll-arrows';
import { drawTitle } from './draw-title';
import { isHigh, rowPitch } from './font/measure';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';
import { wrapText } from './wrap';

/** Between two rows. The last row of the pane needs none below it: there the prompt line begins with one. */
const GAP = 1;

/**
 * The rows of a service's text that are in view, and whether there is more above or below. Below a title of 11 pixels there are
 * 54: four rows of 11, and a fifth of the 10 that a glyph needs; of Chinese, Japanese and Arabic, four of 13.
 */
export function visibleRows(plane: ServicesPlane) {
  const rows = wrapText(plane.text, PANE.width);
  const room = PANE.height - rowPitch(plane.title) + GAP;
  // The main process counts rows without knowing our typeface: what it asks for is held within what there is.
  const first = Math.max(0, Math.min(plane.scrolledRows, rows.length - countThatFit([...rows].reverse(), room)));
  const count = countThatFit(rows.slice(first), room);
  return { rows: rows.slice(first, first + count), above: first > 0, below: first + count < rows.length };
}

function countThatFit(rows: readonly string[], room: number): number {
  let left = room;
  const tooMuch = rows.findIndex((row) => {
    left -= rowPitch(row);
    return left < 0;
  });
  return tooMuch < 0 ? rows.length : tooMuch;
}

export function drawServices(grid: PixelGrid, plane: ServicesPlane): void {
  const { rows, above, below } = visibleRows(plane);
  // An accent on a capital must not touch the line below the title; a high row has its gap already.
  let top = drawTitle(grid, plane.title) + (isHigh(rows[0] ?? '') ? 0 : GAP);
  for (const row of rows) {
    grid.textAtStart(row, PANE.left, PANE.width, top);
    top += rowPitch(row);
  }
  drawScrollArrows(grid, { up: above, down: below });
}
