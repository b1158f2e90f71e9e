import { fitText, measureText } from './font/measure';
import { ICONS } from './icons';
import { LCD, PANE, TITLE_BAR } from './layout';
import type { PixelGrid } from './pixel-grid';
import type { Shown } from './shown';

/** Between what stands in the bar. */
const GAP = 6;
/** From the icon to its number. */
const COUNT_GAP = 2;

/**
 * The title bar stays as it is in every language: the time at the left, the number at the right, and before it how many
 * calls nobody has answered.
 */
export function drawTitleBar(grid: PixelGrid, { display, missedCalls }: Shown): void {
  grid.fill(0, 0, LCD.width, TITLE_BAR.height, 3);
  let right = LCD.width - PANE.left;
  grid.textRight(display.number, right, 1, 0);
  right -= measureText(display.number) + GAP;
  if (missedCalls > 0) right = drawMissed(grid, String(missedCalls), right);
  grid.text(fitText(display.dateTime, right - PANE.left), PANE.left, 1, 0);
}

/** Answers where the next thing must end. */
function drawMissed(grid: PixelGrid, count: string, right: number): number {
  const icon = ICONS.get('missed');
  if (!icon) return right;
  const countLeft = right - measureText(count);
  grid.text(count, countLeft, 1, 0);
  const left = countLeft - COUNT_GAP - icon.width;
  grid.glyph(icon, left, 1, 0);
  return left - GAP;
}
