import type { CallPlane, CallRow } from '../../../src-main/contract/phone-snapshot';
import { drawScrollArrows } from './draw-scroll-arrows';
import { fitText, measureText, ROW_PITCH } from './font/measure';
import { ICONS } from './icons';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';

const ICON_ROOM = 12;
const ROWS = Math.floor(PANE.height / ROW_PITCH);

/** The calls, and below them what is being dialled. */
export function drawCalls(grid: PixelGrid, plane: CallPlane): void {
  const rowsForCalls = plane.entry === null ? ROWS : ROWS - 1;
  const first = firstVisible(plane.calls, rowsForCalls);
  const visible = plane.calls.slice(first, first + rowsForCalls);
  for (const [index, call] of visible.entries()) {
    drawCall(grid, call, PANE.top + index * ROW_PITCH, plane.calls.length > 1);
  }
  if (plane.entry !== null) drawEntry(grid, plane.entry, PANE.top + visible.length * ROW_PITCH);
  drawScrollArrows(grid, { up: first > 0, down: first + visible.length < plane.calls.length });
}

/** Keeps the selected call in view. */
function firstVisible(calls: readonly CallRow[], rows: number): number {
  const selected = calls.findIndex((call) => call.selected);
  return Math.max(0, selected - rows + 1);
}

/** A single call needs no mark; among several the selected one is inverse. */
function drawCall(grid: PixelGrid, call: CallRow, top: number, markSelected: boolean): void {
  const inverse = markSelected && call.selected;
  const grey = inverse ? 0 : 3;
  if (inverse) grid.fill(0, top, PANE.left + PANE.width + 1, ROW_PITCH, 3);
  const icon = ICONS.get(call.icon);
  if (icon) grid.glyph(icon, PANE.left, top, grey);
  const timer = call.timer ?? '';
  if (timer !== '') grid.textRight(timer, PANE.left + PANE.width, top, grey);
  const room = PANE.width - ICON_ROOM - (timer === '' ? 0 : measureText(timer) + 5);
  grid.text(fitText(call.text, room), PANE.left + ICON_ROOM, top, grey);
}

/** The end of a long number matters more than its beginning: it is what the next key changes. */
function drawEntry(grid: PixelGrid, entry: string, top: number): void {
  const cursor = ICONS.get('cursor');
  const room = PANE.width - (cursor?.width ?? 0) - 1;
  let shown = entry;
  while (measureText(shown) > room) shown = shown.slice(1);
  const end = grid.text(shown, PANE.left, top);
  if (cursor) grid.glyph(cursor, end, top);
}
