import { fitText, measureText } from './font/measure';
import { ICONS } from './icons';
import { LCD, PANE, TITLE_BAR } from './layout';
import type { PixelGrid } from './pixel-grid';
import type { Shown } from './shown';

/** Between what stands in the bar. */
const GAP = 6;
/** From an icon to the number that belongs to it. */
const COUNT_GAP = 2;

/**
 * The title bar stays as it is in every language: the time at the left, the number at the right, and before it what has come in
 * while nobody was there: an envelope for messages, a missed call and how many there are.
 */
export function drawTitleBar(grid: PixelGrid, { display, missedCalls, lamps }: Shown): void {
  grid.fill(0, 0, LCD.width, TITLE_BAR.height, 3);
  let right = LCD.width - PANE.left;
  grid.textRight(display.number, right, 1, 0);
  right -= measureText(display.number) + GAP;
  if (missedCalls > 0) right = drawIcon(grid, 'missed', String(missedCalls), right);
  if (lamps.messages !== 'off') right = drawIcon(grid, 'envelope', '', right);
  grid.text(fitText(display.dateTime, right - PANE.left), PANE.left, 1, 0);
}

/** Answers where the next thing must end. */
function drawIcon(grid: PixelGrid, name: string, count: string, right: number): number {
  const icon = ICONS.get(name);
  if (!icon) return right;
  const countLeft = right - measureText(count);
  grid.text(count, countLeft, 1, 0);
  const left = countLeft - (count === '' ? 0 : COUNT_GAP) - icon.width;
  grid.glyph(icon, left, 1, 0);
  return left - GAP;
}
