import type { MenuItem, MenuPlane, Pixels } from '../../../src-main/contract/display';
import { drawScrollArrows } from './draw-scroll-arrows';
import { drawTitle } from './draw-title';
import { fitText, isHigh, measureText, rowPitch } from './font/measure';
import { PANE } from './layout';
import type { Grey, PixelGrid } from './pixel-grid';
import { rowsInView } from './rows-in-view';
import { wrapText } from './wrap';

const RIGHT = PANE.left + PANE.width;
/** Between a number and its text, and between a text and its detail. */
const NUMBER_GAP = 4;
const DETAIL_GAP = 5;
/** Between an icon and its text. */
const ICON_GAP = 3;
/** A title row leaves 54 pixels: five rows, the last of which needs no gap below it. */
const LAST_GAP = 1;
/** Pixels of a row of Latin letters. */
const ROW = 11;
/** An item of an XML service has up to 64 characters on three lines. */
const MAX_ROWS = 3;

/** A row of pixels' text: what stands at its start, and what at its end. */
interface Row {
  readonly text: string;
  readonly detail: string;
}

/** A list to choose from: the number of an item at its start, what it is set to at its end. */
export function drawMenu(grid: PixelGrid, plane: MenuPlane): void {
  const top = drawTitle(grid, plane.title);
  const numbers = Math.max(0, ...plane.items.map(({ number }) => measureText(number)));
  const iconsAt = numbers === 0 ? 0 : numbers + NUMBER_GAP;
  const icons = Math.max(0, ...plane.items.map(({ icon }) => icon?.width ?? 0));
  const indent = iconsAt + (icons === 0 ? 0 : icons + ICON_GAP);
  const items = plane.items.map((item) => rowsOf(item, PANE.width - indent));
  const heights = items.map((rows) => rows.reduce((sum, row) => sum + heightOf(row), 0));
  const { first, end } = rowsInView(heights, plane.selected, PANE.top + PANE.height - top + LAST_GAP);
  let y = top;
  for (let index = first; index < end; index += 1) {
    const height = heights[index] ?? 0;
    const selected = index === plane.selected;
    if (selected) grid.fill(0, y, RIGHT + 1, height, 3);
    const item = plane.items[index];
    drawItem(grid, item?.number ?? '', items[index] ?? [], { y, indent, selected });
    if (item?.icon) drawIcon(grid, item.icon, { y, indent: iconsAt, selected });
    y += height;
  }
  drawScrollArrows(grid, { up: first > 0, down: end < items.length });
}

/** On one row if it fits there; else the text wraps, and the detail ends its last row, or has one of its own. */
function rowsOf({ text, detail }: MenuItem, room: number): readonly Row[] {
  const wrapped = wrapText(text, room);
  const rest = wrapped.slice(MAX_ROWS - 1).join(' ');
  const rows = wrapped.length > MAX_ROWS ? [...wrapped.slice(0, MAX_ROWS - 1), fitText(rest, room)] : wrapped;
  const last = rows.at(-1) ?? '';
  if (detail === '' || measureText(last) + DETAIL_GAP + measureText(detail) <= room)
    return rows.map((row, index) => ({ text: row, detail: index === rows.length - 1 ? detail : '' }));
  return [...rows.map((row) => ({ text: row, detail: '' })), { text: '', detail: fitText(detail, room) }];
}

const heightOf = ({ text, detail }: Row): number => Math.max(rowPitch(text), rowPitch(detail));

interface Place {
  readonly y: number;
  /** How far the texts stand from where a line of the language begins. */
  readonly indent: number;
  readonly selected: boolean;
}

function drawItem(grid: PixelGrid, number: string, rows: readonly Row[], { y, indent, selected }: Place): void {
  const grey = selected ? 0 : 3;
  const toLeft = grid.direction === 'rtl';
  let top = y + gapAbove(rows[0]);
  grid.textAtStart(number, PANE.left, PANE.width, top, grey);
  for (const row of rows) {
    grid.textAtStart(row.text, toLeft ? PANE.left : PANE.left + indent, PANE.width - indent, top, grey);
    if (row.detail !== '' && toLeft) grid.text(row.detail, PANE.left, top, grey);
    if (row.detail !== '' && !toLeft) grid.textRight(row.detail, RIGHT, top, grey);
    top += heightOf(row);
  }
}

/** In the middle of a row of 11 pixels; the room that it leaves beside narrower ones is before the text. */
function drawIcon(grid: PixelGrid, { width, height, greys }: Pixels, { y, indent, selected }: Place): void {
  const left = grid.direction === 'rtl' ? RIGHT - indent - width : PANE.left + indent;
  const top = y + Math.max(0, Math.ceil((ROW - height) / 2));
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const grey = Number(greys[row * width + column] ?? 0);
      grid.set(left + column, top + row, (selected ? 3 - grey : grey) as Grey);
    }
}

/** An accent on a capital must not touch the line below the title; a high row has its gap already. */
const gapAbove = (row: Row | undefined): number => (row && isHigh(row.text + row.detail) ? 0 : 1);
