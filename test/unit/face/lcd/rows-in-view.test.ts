import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsInView } from '../../../../src-renderer/face/lcd/rows-in-view.ts';

const ELEVEN = Array.from({ length: 10 }, () => 11);

describe('a list that is longer than the pane', () => {
  test.each([
    [null, { first: 0, end: 5 }],
    [0, { first: 0, end: 5 }],
    [2, { first: 0, end: 5 }],
    [4, { first: 2, end: 7 }],
    [9, { first: 5, end: 10 }],
  ])('with row %s selected', (selected, inView) => {
    expect(rowsInView(ELEVEN, selected, 55)).toEqual(inView);
  });

  test('always shows the selected row, and as many others as there is room for', () => {
    const lists = fc.array(fc.constantFrom(11, 13, 22, 26), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lists, fc.nat(), (heights, number) => {
        const selected = number % heights.length;
        const { first, end } = rowsInView(heights, selected, 55);
        const used = heights.slice(first, end).reduce((sum, height) => sum + height, 0);
        expect(first <= selected && selected < end).toBe(true);
        expect(used).toBeLessThanOrEqual(55);
        expect(end === heights.length || used + (heights[end] ?? 0) > 55).toBe(true);
      }),
    );
  });
});
