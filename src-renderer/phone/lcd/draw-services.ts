import type { ServicesPlane } from '../../../src-main/contract/phone-snapshot';
import { drawScrollArrows } from './draw-scroll-arrows';
import { fitText, ROW_PITCH } from './font/measure';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';
import { wrapText } from './wrap';

/** Below the title row, 54 pixels: four rows of 11, and a fifth of the 10 that a glyph needs. */
export const TEXT_ROWS = 5;

/** The rows of a service's text that are in view, and whether there is more above or below. */
export function visibleRows(plane: ServicesPlane) {
  const rows = wrapText(plane.text, PANE.width);
  // The main process counts rows without knowing our typeface: what it asks for is held within what there is.
  const first = Math.max(0, Math.min(plane.scrolledRows, rows.length - TEXT_ROWS));
  return {
    rows: rows.slice(first, first + TEXT_ROWS),
    above: first > 0,
    below: first + TEXT_ROWS < rows.length,
  };
}

export function drawServices(grid: PixelGrid, plane: ServicesPlane): void {
  const { rows, above, below } = visibleRows(plane);
  const right = PANE.left + PANE.width;
  grid.fill(0, PANE.top, right, ROW_PITCH - 1, 1);
  grid.fill(0, PANE.top + ROW_PITCH - 1, right, 1, 3);
  grid.text(fitText(plane.title, PANE.width), PANE.left, PANE.top);
  for (const [index, row] of rows.entries()) {
    grid.text(row, PANE.left, PANE.top + ROW_PITCH * (index + 1));
  }
  drawScrollArrows(grid, { up: above, down: below });
}
