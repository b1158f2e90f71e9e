import type { FarState, LineButton } from '../../../src-main/contract/phone-snapshot';
import { fitText } from './font/measure';
import { ICONS } from './icons';
import { DIVIDER, LABELS } from './layout';
import type { PixelGrid } from './pixel-grid';

const ICON_ROOM = 12;

/** Of a speed dial: told apart by their shapes, since the display has but one colour. */
const FAR_ICONS: Readonly<Record<FarState, string>> = {
  unknown: 'farUnknown',
  idle: 'farIdle',
  ringing: 'farRings',
  inUse: 'farTalks',
  doNotDisturb: 'farSilent',
};

/**
 * Each label ends with a telephone, next to its button; the handset of a line in use is off its hook, and a line that is not
 * registered has a cross for a telephone. A line that another phone talks on has a hollow one. A speed dial ends with how the line
 * stands that it calls: somebody who is there, talks, or is not to be disturbed, a bell, or nothing but keys. An envelope means
 * messages.
 */
export function drawLineLabels(grid: PixelGrid, buttons: readonly (LineButton | null)[]): void {
  for (let y = DIVIDER.top; y < DIVIDER.bottom; y += 2) grid.set(DIVIDER.left, y, 2);
  for (const [index, button] of buttons.entries()) {
    if (button === null) continue;
    const top = LABELS.top + LABELS.pitch * index + 1;
    const icon = ICONS.get(iconOf(button));
    if (icon) grid.glyph(icon, LABELS.right - icon.width, top);
    const envelope = button.messages ? ICONS.get('envelope') : undefined;
    if (envelope) grid.glyph(envelope, LABELS.right - ICON_ROOM - envelope.width, top);
    const right = LABELS.right - ICON_ROOM * (envelope ? 2 : 1);
    grid.textRight(fitText(button.label, right - LABELS.left), right, top);
  }
}

function iconOf(button: LineButton): string {
  if (button.kind === 'speedDial') return FAR_ICONS[button.far];
  if (button.lamp !== 'off') return 'offHook';
  if (!button.registered) return 'unregistered';
  return button.far === 'inUse' ? 'remote' : 'onHook';
}
