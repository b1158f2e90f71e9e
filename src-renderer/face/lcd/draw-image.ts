import type { ImagePlane } from '../../../src-main/contract/display';
import { drawTitle } from './draw-title';
import { rowPitch } from './font/measure';
import { PANE } from './layout';
import type { Grey, PixelGrid } from './pixel-grid';

const RIGHT = PANE.left + PANE.width;
const BOTTOM = PANE.top + PANE.height;

/**
 * A picture of a service. In the middle means below the title, as long as it fits there; one that needs the whole pane, or is
 * placed where the title stands, lies upon it: the pane is the service's.
 */
export function drawImage(grid: PixelGrid, { title, picture }: ImagePlane): void {
  const below = title === '' ? PANE.top : PANE.top + rowPitch(title);
  const { width, height, greys } = picture;
  const from = height <= BOTTOM - below ? below : PANE.top;
  const left = PANE.left + (picture.left ?? middle(PANE.width, width));
  const top = picture.top === null ? from + middle(BOTTOM - from, height) : PANE.top + picture.top;
  const hidesTitle = top < below && width === PANE.width;
  if (title !== '' && !hidesTitle) drawTitle(grid, title);
  for (let y = 0; y < height && top + y < BOTTOM; y += 1)
    for (let x = 0; x < width && left + x < RIGHT; x += 1)
      grid.set(left + x, top + y, Number(greys[y * width + x] ?? 0) as Grey);
}

const middle = (room: number, size: number): number => Math.floor((room - size) / 2);
