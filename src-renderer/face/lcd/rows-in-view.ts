/** Which rows of a list are shown: from `first` to before `end`. */
export interface InView {
  readonly first: number;
  readonly end: number;
}

/**
 * The selected row stands in the middle where the list goes on at both ends, so that one sees what comes next whichever way one
 * goes. Without a selection the list is shown from its top.
 *
 * @param heights of all rows, in pixels
 * @param room pixels for them
 */
export function rowsInView(heights: readonly number[], selected: number | null, room: number): InView {
  const middle = Math.min(Math.max(selected ?? 0, 0), Math.max(0, heights.length - 1));
  let left = room - (heights[middle] ?? 0);
  const half = left / 2;
  let first = middle;
  let above = 0;
  while (first > 0 && above + (heights[first - 1] ?? 0) <= half) {
    first -= 1;
    above += heights[first] ?? 0;
  }
  left -= above;
  let end = Math.min(middle + 1, heights.length);
  while (end < heights.length && (heights[end] ?? 0) <= left) {
    left -= heights[end] ?? 0;
    end += 1;
  }
  while (first > 0 && end === heights.length && (heights[first - 1] ?? 0) <= left) {
    first -= 1;
    left -= heights[first] ?? 0;
  }
  return { first, end };
}
