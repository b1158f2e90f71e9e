import { missingCase } from '../../../src-main/base/missing-case';
import type { Display } from '../../../src-main/contract/display';
import { drawCalls } from './draw-calls';
import { drawImage } from './draw-image';
import { drawInput } from './draw-input';
import { drawLineLabels } from './draw-line-labels';
import { drawMenu } from './draw-menu';
import { drawServices } from './draw-services';
import { drawSoftkeys } from './draw-softkeys';
import { drawTitleBar } from './draw-title-bar';
import { fitText, ROW_PITCH, rowPitch } from './font/measure';
import { LCD, PROMPT } from './layout';
import { PixelGrid } from './pixel-grid';
import type { Shown } from './shown';

/** Pure: the same snapshot gives the same pixels. `null` is a display that has been told nothing yet. */
export function drawDisplay(shown: Shown | null): PixelGrid {
  const grid = new PixelGrid(LCD.width, LCD.height, shown?.display.direction);
  if (shown === null) return grid;
  const { display, lineButtons } = shown;
  drawTitleBar(grid, shown);
  drawPlane(grid, display.plane);
  drawLineLabels(grid, lineButtons);
  const prompt = fitText(display.prompt, PROMPT.width);
  // A higher row ends where the others do: it grows upwards.
  const top = PROMPT.top - (rowPitch(prompt) - ROW_PITCH);
  grid.textAtStart(prompt, PROMPT.left, PROMPT.width, top);
  drawSoftkeys(grid, display.softkeys);
  return grid;
}

function drawPlane(grid: PixelGrid, plane: Display['plane']): void {
  switch (plane.kind) {
    case 'calls':
      drawCalls(grid, plane);
      break;
    case 'services':
      drawServices(grid, plane);
      break;
    case 'image':
      drawImage(grid, plane);
      break;
    case 'menu':
      drawMenu(grid, plane);
      break;
    case 'input':
      drawInput(grid, plane);
      break;
    default:
      missingCase(plane);
  }
}
