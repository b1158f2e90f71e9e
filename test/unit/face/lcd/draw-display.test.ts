import { beforeAll, describe, expect, test } from 'vitest';
import { drawDisplay } from '../../../../src-renderer/face/lcd/draw-display.ts';
import { loadScriptsOf } from '../../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { PixelGrid } from '../../../../src-renderer/face/lcd/pixel-grid.ts';
import { callBackActivated, dials, phoneThat, severalLines, talks } from '../../../integration/face/snapshots.ts';

/** A part of the grid as text: `#` black, `+` grey, `.` bare. */
function picture(grid: PixelGrid, left: number, top: number, width: number, height: number): string[] {
  const sign = (grey: number) => (grey === 3 ? '#' : grey === 0 ? '.' : '+');
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => sign(grid.at(left + x, top + y))).join(''),
  );
}

describe('drawing', () => {
  test('puts glyphs beside each other', () => {
    const grid = new PixelGrid(12, 10);
    expect(grid.text('Hi!', 0, 0)).toBe(9);
    expect(picture(grid, 0, 0, 9, 9)).toEqual([
      '.........',
      '#..#.#.#.',
      '#..#...#.',
      '#..#.#.#.',
      '####.#.#.',
      '#..#.#.#.',
      '#..#.#...',
      '#..#.#.#.',
      '.........',
    ]);
  });

  test('ignores what would be outside of the display', () => {
    const grid = new PixelGrid(3, 3);
    grid.text('W', -2, -3);
    grid.fill(2, 2, 9, 9, 3);
    expect(grid.at(2, 2)).toBe(3);
    expect(grid.at(99, 0)).toBe(0);
  });
});

describe('the display', () => {
  test('is bare before the first snapshot', () => {
    expect(drawDisplay(null).pixels.every((grey) => grey === 0)).toBe(true);
  });

  test('is a pure function of the snapshot', () => {
    expect(drawDisplay(callBackActivated).pixels).toEqual(drawDisplay(structuredClone(callBackActivated)).pixels);
  });

  test('has a box for each softkey that there is, and only for those', () => {
    const grid = drawDisplay(callBackActivated);
    const boxes = [0, 1, 2, 3].map((position) => grid.at(position * 50 + 4, 97) === 3);
    expect(boxes).toEqual([false, true, true, false]);
  });

  test('ends the number that is being dialled with a block', () => {
    const grid = drawDisplay(dials);
    // "100" is 3, 4 and 4 wide with a gap each.
    expect(picture(grid, 2, 14, 18, 7)).toEqual([
      '.#...##...##..####',
      '##..#..#.#..#.####',
      '.#..#..#.#..#.####',
      '.#..#..#.#..#.####',
      '.#..#..#.#..#.####',
      '.#..#..#.#..#.####',
      '###..##...##..####',
    ]);
  });

  test('has a telephone beside each line: on its hook, crossed out, or in use', () => {
    const grid = drawDisplay(severalLines);
    const telephones = [0, 1, 2].map((line) => picture(grid, 190, 15 + line * 13, 9, 8));
    expect(telephones).toEqual([
      ['.#######.', '#########', '##..#..##', '...###...', '..#####..', '.##...##.', '.##...##.', '.#######.'],
      ['.#######.', '#########', '##.....##', '..#...#..', '...#.#...', '....#....', '...#.#...', '..#...#..'],
      ['#########', '##.....##', '.........', '...###...', '..#####..', '.##...##.', '.##...##.', '.#######.'],
    ]);
  });

  test('marks the selected of several calls, and keeps it in view', () => {
    const calls = Array.from({ length: 8 }, (_, index) => ({
      id: String(index),
      icon: 'hold' as const,
      text: `To ${1000 + index}`,
      timer: null,
      selected: index === 6,
    }));
    const grid = drawDisplay(phoneThat({ display: { plane: { kind: 'calls', calls, entry: null } } }));
    const inverse = [0, 1, 2, 3, 4].map((row) => grid.at(0, 13 + row * 11) === 3);
    expect(inverse).toEqual([false, false, false, false, true]);
  });

  test('never draws a text over the labels of the lines, however long', () => {
    const long = 'W'.repeat(80);
    const { plane } = talks.display;
    const calls = plane.kind === 'calls' ? plane.calls.map((call) => ({ ...call, text: long })) : [];
    for (const shown of [
      phoneThat({ display: { prompt: long, plane: { kind: 'calls', calls, entry: '9'.repeat(80) } } }),
      phoneThat({ display: { prompt: long, plane: { kind: 'services', title: long, text: long, scrolledRows: 0 } } }),
    ]) {
      const grid = drawDisplay({ ...shown, lineButtons: [] });
      const beyond = picture(grid, 144, 13, 56, 77).join('');
      expect(beyond).toBe('.'.repeat(beyond.length));
    }
  });
});

describe('a display whose lines begin at the right', () => {
  const inkOf = (grid: PixelGrid, top: number, height: number) => {
    const rows = picture(grid, 0, top, 143, height);
    const columns = rows.flatMap((row) => [...row].flatMap((dot, x) => (dot === '#' ? [x] : [])));
    return { left: Math.min(...columns), right: Math.max(...columns) };
  };
  const arabic = (changes: Parameters<typeof phoneThat>[0] = {}) =>
    phoneThat({ display: { language: 'ar', direction: 'rtl', ...changes.display } });

  beforeAll(() => loadScriptsOf('ا'));

  test('has its prompt, its title and its text there; the softkeys keep their places', () => {
    const screen = { kind: 'services', title: 'رقم', text: 'رقم 1002', scrolledRows: 0 } as const;
    const grid = drawDisplay(arabic({ display: { plane: screen, prompt: 'رقم', softkeys: [null, 'رد', null, null] } }));
    expect(inkOf(grid, 27, 12).right).toBe(134);
    expect(inkOf(grid, 78, 12).right).toBe(140);
    expect([0, 1, 2, 3].map((position) => grid.at(position * 50 + 4, 97) === 3)).toEqual([false, true, false, false]);
  });

  test('has the icon of a call at the right and its time at the left', () => {
    const calls = [{ id: 'a', icon: 'connected', text: 'من 1002', timer: '03:27', selected: true }] as const;
    const grid = drawDisplay(arabic({ display: { plane: { kind: 'calls', calls, entry: null } } }));
    expect(inkOf(grid, 13, 13)).toEqual({ left: 2, right: 133 });
  });

  test('ends the number that is being dialled with a block at the right', () => {
    const grid = drawDisplay(arabic({ display: { plane: { kind: 'calls', calls: [], entry: '100' } } }));
    expect(inkOf(grid, 13, 11)).toEqual({ left: 117, right: 134 });
  });
});
