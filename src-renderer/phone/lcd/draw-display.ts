import type { Display, LineButton } from '../../../src-main/contract/phone-snapshot';
import { drawCalls } from './draw-calls';
import { drawLineLabels } from './draw-line-labels';
import { drawServices } from './draw-services';
import { drawSoftkeys } from './draw-softkeys';
import { fitText, measureText } from './font/measure';
import { LCD, PANE, PROMPT, TITLE_BAR } from './layout';
import { PixelGrid } from './pixel-grid';

/** What the display is made from. */
export interface Shown {
  readonly display: Display;
  readonly lineButtons: readonly (LineButton | null)[];
}

/** Pure: the same snapshot gives the same pixels. `null` is a display that has been told nothing yet. */
export function drawDisplay(shown: Shown | null): PixelGrid {
  const grid = new PixelGrid(LCD.width, LCD.height);
  if (shown === null) return grid;
  const { display, lineButtons } = shown;
  drawTitleBar(grid, display);
  if (display.plane.kind === 'services') drawServices(grid, display.plane);
  else drawCalls(grid, display.plane);
  drawLineLabels(grid, lineButtons);
  grid.text(fitText(display.prompt, PROMPT.width), PROMPT.left, PROMPT.top);
  drawSoftkeys(grid, display.softkeys);
  return grid;
}

function drawTitleBar(grid: PixelGrid, display: Display): void {
  grid.fill(0, 0, LCD.width, TITLE_BAR.height, 3);
  const numberWidth = measureText(display.number);
  grid.text(fitText(display.dateTime, LCD.width - numberWidth - 12), PANE.left, 1, 0);
  grid.textRight(display.number, LCD.width - PANE.left, 1, 0);
}
