import { ICONS } from './icons';
import { PANE, SCROLL_ARROWS } from './layout';
import type { PixelGrid } from './pixel-grid';

/** Shown right of the pane only where there is more to see that way. */
export function drawScrollArrows(grid: PixelGrid, more: { readonly up: boolean; readonly down: boolean }): void {
  const up = ICONS.get('scrollUp');
  const down = ICONS.get('scrollDown');
  if (more.up && up) grid.glyph(up, SCROLL_ARROWS.left, PANE.top + 10);
  if (more.down && down) grid.glyph(down, SCROLL_ARROWS.left, PANE.top + PANE.height - 9);
}
