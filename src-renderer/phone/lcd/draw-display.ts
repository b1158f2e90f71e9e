import { missingCase } from '../../../src-main/contract/missing-case';
import type { Display, LineButton } from '../../../src-main/contract/phone-snapshot';
import { drawCalls } from './draw-calls';
import { drawLineLabels } from './draw-line-labels';
import { drawServices } from './draw-services';
import { drawSoftkeys } from './draw-softkeys';
import { fitText, measureText, ROW_PITCH, rowPitch } from './font/measure';
import { LCD, PANE, PROMPT, TITLE_BAR } from './layout';
import { PixelGrid } from './pixel-grid';

/** What the display is made from. */
export interface Shown {
  readonly display: Display;
  readonly lineButtons: readonly (LineButton | null)[];
}

/** Pure: the same snapshot gives the same pixels. `null` is a display that has been told nothing yet. */
export function drawDisplay(shown: Shown | null): PixelGrid {
  const grid = new PixelGrid(LCD.width, LCD.height, shown?.display.direction);
  if (shown === null) return grid;
  const { display, lineButtons } = shown;
  drawTitleBar(grid, display);
  if (display.plane.kind === 'services') drawServices(grid, display.plane);
  else if (display.plane.kind === 'calls') drawCalls(grid, display.plane);
  drawLineLabels(grid, lineButtons);
  const prompt = fitText(display.prompt, PROMPT.width);
  // A higher row ends where the others do: it grows upwards.
  const top = PROMPT.top - (rowPitch(prompt) - ROW_PITCH);
  grid.textAtStart(prompt, PROMPT.left, PROMPT.width, top);
  drawSoftkeys(grid, display.softkeys);
  return grid;
}

/** The title bar stays as it is in every language: the time at the left, the number at the right. */
function drawTitleBar(grid: PixelGrid, display: Display): void {
  grid.fill(0, 0, LCD.width, TITLE_BAR.height, 3);
  const numberWidth = measureText(display.number);
  grid.text(fitText(display.dateTime, LCD.width - numberWidth - 12), PANE.left, 1, 0);
  grid.textRight(display.number, LCD.width - PANE.left, 1, 0);
}

/** All the words of it, to know what they are written in. */
export function wordsOf({ display, lineButtons }: Shown): string {
  const { plane } = display;
  const labels = lineButtons.map((button) => button?.label ?? '');
  return [display.dateTime, display.prompt, ...wordsIn(plane), ...labels, ...display.softkeys].join(' ');
}

function wordsIn(plane: Display['plane']): readonly string[] {
  switch (plane.kind) {
    case 'calls':
      return plane.calls.map(({ text }) => text);
    case 'services':
      return [plane.title, plane.text];
    case 'menu':
      return [plane.title, ...plane.items.flatMap(({ text, detail }) => [text, detail])];
    case 'input':
      return [plane.title, ...plane.fields.flatMap(({ label, value }) => [label, value])];
    default:
      return missingCase(plane);
  }
}
