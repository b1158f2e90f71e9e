import type { LineButton } from '../../../src-main/contract/phone-snapshot';
import { fitText } from './font/measure';
import { ICONS } from './icons';
import { DIVIDER, LABELS } from './layout';
import type { PixelGrid } from './pixel-grid';

const ICON_ROOM = 12;

/**
 * Each label ends with a telephone, next to its button; the handset of a line in use is off its hook, and a line that is not
 * registered has a cross for a telephone.
 */
export function drawLineLabels(grid: PixelGrid, buttons: readonly (LineButton | null)[]): void {
  for (let y = DIVIDER.top; y < DIVIDER.bottom; y += 2) grid.set(DIVIDER.left, y, 2);
  for (const [index, button] of buttons.entries()) {
    if (button === null) continue;
    const top = LABELS.top + LABELS.pitch * index + 1;
    const icon = ICONS.get(iconOf(button));
    if (icon) grid.glyph(icon, LABELS.right - icon.width, top);
    const right = LABELS.right - ICON_ROOM;
    grid.textRight(fitText(button.label, right - LABELS.left), right, top);
  }
}

function iconOf({ lamp, registered }: LineButton): string {
  if (lamp !== 'off') return 'offHook';
  return registered ? 'onHook' : 'unregistered';
}
