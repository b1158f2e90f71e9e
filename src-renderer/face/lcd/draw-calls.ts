import type { CallPlane, CallRow } from '../../../src-main/contract/display';
import { drawScrollArrows } from './draw-scroll-arrows';
import { fitText, measureText, ROW_PITCH, rowPitch } from './font/measure';
import type { Glyph } from './font/parse-glyphs';
import { ICONS } from './icons';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';

const ICON_ROOM = 12;
const RIGHT = PANE.left + PANE.width;

/** The calls, and below them what is being dialled. */
export function drawCalls(grid: PixelGrid, plane: CallPlane): void {
  const room = PANE.height - (plane.entry === null ? 0 : ROW_PITCH);
  const { first, visible } = callsInView(plane.calls, room);
  let top = PANE.top;
  for (const call of visible) {
    drawCall(grid, call, top, plane.calls.length > 1);
    top += rowPitch(call.text);
  }
  if (plane.entry !== null) drawEntry(grid, plane.entry, top);
  drawScrollArrows(grid, { up: first > 0, down: first + visible.length < plane.calls.length });
}

/** As many as there is room for, from the first: but the selected call is always in view. */
function callsInView(calls: readonly CallRow[], room: number) {
  const selected = calls.findIndex((call) => call.selected);
  let first = 0;
  while (first < selected && heightOf(calls.slice(first, selected + 1)) > room) first += 1;
  let end = first;
  while (end < calls.length && heightOf(calls.slice(first, end + 1)) <= room) end += 1;
  return { first, visible: calls.slice(first, end) };
}

const heightOf = (calls: readonly CallRow[]): number => calls.reduce((sum, { text }) => sum + rowPitch(text), 0);

/** A single call needs no mark; among several the selected one is inverse. The icon stands where a line of the language begins. */
function drawCall(grid: PixelGrid, call: CallRow, top: number, markSelected: boolean): void {
  const pitch = rowPitch(call.text);
  const inverse = markSelected && call.selected;
  const grey = inverse ? 0 : 3;
  if (inverse) grid.fill(0, top, RIGHT + 1, pitch, 3);
  const middle = top + Math.floor((pitch - ROW_PITCH) / 2);
  const toLeft = grid.direction === 'rtl';
  const icon = ICONS.get(call.icon);
  if (icon) grid.glyph(icon, toLeft ? RIGHT - icon.width : PANE.left, middle, grey);
  const timer = call.timer ?? '';
  if (timer !== '' && toLeft) grid.text(timer, PANE.left, middle, grey);
  if (timer !== '' && !toLeft) grid.textRight(timer, RIGHT, middle, grey);
  const room = PANE.width - ICON_ROOM - (timer === '' ? 0 : measureText(timer) + 5);
  const text = fitText(call.text, room);
  if (toLeft) grid.textRight(text, RIGHT - ICON_ROOM, top, grey);
  else grid.text(text, PANE.left + ICON_ROOM, top, grey);
}

/** The end of a long number matters more than its beginning: it is what the next key changes. */
function drawEntry(grid: PixelGrid, entry: string, top: number): void {
  const cursor = ICONS.get('cursor') ?? NO_CURSOR;
  const room = PANE.width - cursor.width - 1;
  let shown = entry;
  while (measureText(shown) > room) shown = shown.slice(1);
  const end = RIGHT - cursor.width;
  const left = grid.direction === 'rtl' && shown !== '' ? end - 1 - measureText(shown) : PANE.left;
  const behind = grid.text(shown, left, top);
  grid.glyph(cursor, grid.direction === 'rtl' ? end : behind, top);
}

const NO_CURSOR: Glyph = { width: 0, rows: [] };
