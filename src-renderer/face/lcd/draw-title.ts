import { fitText, measureText, ROW_PITCH, rowPitch } from './font/measure';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';

const RIGHT = PANE.left + PANE.width;
const SIGN_GAP = 5;

/** The grey bar at the top of the pane, with a sign at its far end if there is one. Answers where the first row below it begins. */
export function drawTitle(grid: PixelGrid, title: string, sign = ''): number {
  const pitch = rowPitch(title);
  grid.fill(0, PANE.top, RIGHT, pitch - 1, 1);
  grid.fill(0, PANE.top + pitch - 1, RIGHT, 1, 3);
  // The gap above a high row is that between the title bar and the pane.
  const top = pitch === ROW_PITCH ? PANE.top : PANE.top - 1;
  const room = PANE.width - (sign === '' ? 0 : measureText(sign) + SIGN_GAP);
  const toLeft = grid.direction === 'rtl';
  grid.textAtStart(fitText(title, room), toLeft ? RIGHT - room : PANE.left, room, top);
  if (sign !== '') drawSign(grid, sign, toLeft ? PANE.left : RIGHT - measureText(sign) - 1);
  return PANE.top + pitch;
}

function drawSign(grid: PixelGrid, sign: string, left: number): void {
  grid.fill(left - 2, PANE.top, measureText(sign) + 4, ROW_PITCH - 1, 3);
  grid.text(sign, left, PANE.top, 0);
}
