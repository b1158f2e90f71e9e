import type { InputPlane } from '../../../src-main/contract/display';
import { drawScrollArrows } from './draw-scroll-arrows';
import { drawTitle } from './draw-title';
import { charactersOf, fitText, isHigh, measureText, rowPitch } from './font/measure';
import { isWrittenIn } from './font/scripts/load-scripts';
import { PANE } from './layout';
import type { PixelGrid } from './pixel-grid';
import { rowsInView } from './rows-in-view';

const LABEL_GAP = 4;
const CURSOR_WIDTH = 4;
/** The end of the value is followed by the cursor. */
const CURSOR_ROOM = CURSOR_WIDTH + 1;
/** Labels up to this width may stand beside their values. */
const NARROW = 56;

type Field = InputPlane['fields'][number];

/**
 * A form. Each value has a line below it, black where the cursor is; it stands under its label, but beside it where more than two
 * fields with short labels are to be seen at once.
 */
export function drawInput(grid: PixelGrid, plane: InputPlane): void {
  const top = drawTitle(grid, plane.title, plane.mode);
  const labels = Math.max(0, ...plane.fields.map(({ label }) => measureText(label)));
  const beside = plane.fields.length > 2 && labels <= NARROW;
  const indent = beside ? labels + LABEL_GAP : 0;
  const heights = plane.fields.map((field) => (beside ? rowOf(field) : rowPitch(field.label) + rowPitch(field.value)));
  const { first, end } = rowsInView(heights, plane.selected, PANE.top + PANE.height - top);
  let y = top;
  for (let index = first; index < end; index += 1) {
    const field = plane.fields[index];
    if (!field) continue;
    const cursor = index === plane.selected ? plane.cursor : null;
    grid.textAtStart(fitText(field.label, PANE.width), PANE.left, PANE.width, y + gapAbove(field.label));
    const below = beside ? 0 : rowPitch(field.label);
    drawValue(grid, field.value, cursor, { y: y + below, indent, height: (heights[index] ?? 0) - below });
    y += heights[index] ?? 0;
  }
  drawScrollArrows(grid, { up: first > 0, down: end < plane.fields.length });
}

const rowOf = ({ label, value }: Field): number => Math.max(rowPitch(label), rowPitch(value));

interface Place {
  readonly y: number;
  readonly indent: number;
  readonly height: number;
}

function drawValue(grid: PixelGrid, value: string, cursor: number | null, { y, indent, height }: Place): void {
  const toLeft = grid.direction === 'rtl';
  const left = toLeft ? PANE.left : PANE.left + indent;
  const room = PANE.width - indent;
  const shown = aroundCursor(value, cursor, room - CURSOR_ROOM);
  const top = y + gapAbove(shown.text);
  const textLeft = toLeft ? left + room - CURSOR_ROOM - measureText(shown.text) : left;
  drawLine(grid, left, y + height - 1, room, cursor !== null);
  grid.text(shown.text, textLeft, top);
  if (shown.cursor !== null) drawCursor(grid, shown.text, shown.cursor, textLeft, top);
}

/** Black where one writes; where one does not, every other pixel of it, grey. */
function drawLine(grid: PixelGrid, left: number, y: number, width: number, black: boolean): void {
  if (black) grid.fill(left, y, width, 1, 3);
  else for (let x = left; x < left + width; x += 2) grid.set(x, y, 2);
}

/** A value that is too long begins where it must for the cursor to be seen. */
function aroundCursor(value: string, cursor: number | null, room: number) {
  let characters = charactersOf(value);
  let at = cursor === null ? null : Math.min(Math.max(0, cursor), characters.length);
  if (at === null) return { text: fitText(value, room), cursor: null };
  while (at > 1 && measureText(characters.slice(0, at + 1).join('')) > room) {
    characters = characters.slice(1);
    at -= 1;
  }
  while (characters.length > at + 1 && measureText(characters.join('')) > room) characters = characters.slice(0, -1);
  return { text: characters.join(''), cursor: at };
}

/** The cursor is the character it stands on, inverted, or a block behind the last. */
function drawCursor(grid: PixelGrid, text: string, cursor: number, left: number, top: number): void {
  const characters = charactersOf(text);
  const before = widthOf(characters.slice(0, cursor).join(''));
  const character = characters[cursor];
  const width = character === undefined ? CURSOR_WIDTH : measureText(character);
  const whole = measureText(text);
  const toLeft = isWrittenIn('arabic', text);
  const x = toLeft ? left + whole - before - width : left + before;
  const height = isHigh(text) ? 11 : 9;
  grid.invert(x - (character === undefined ? 0 : 1), top, width + (character === undefined ? 0 : 2), height);
}

/** With the gap that parts it from what follows. */
const widthOf = (text: string): number => (text === '' ? 0 : measureText(text) + (isWrittenIn('arabic', text) ? 0 : 1));

/** A glyph must not touch the line above it; a high one has its gap already. */
const gapAbove = (text: string): number => (isHigh(text) ? 0 : 1);
