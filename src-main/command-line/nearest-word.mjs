/** Letters from which on the beginning of a word, dashes counted, says which one was meant. */
const MIN_BEGINNING = 5;

/**
 * Of these words the one that takes the fewest changes of a letter, or that begins so; null = none is near enough to have been meant.
 * @param {string} written
 * @param {readonly string[]} words
 * @returns {string | null}
 */
export function nearestWord(written, words) {
  const near = words
    .map((word) => ({ word, changes: changesBetween(written, word) }))
    .filter(({ word, changes }) => changes <= Math.max(2, word.length / 3))
    .sort((one, other) => one.changes - other.changes);
  const begun = written.length >= MIN_BEGINNING ? words.find((word) => word.startsWith(written)) : undefined;
  return near[0]?.word ?? begun ?? null;
}

/**
 * How many letters must be put in, left out, replaced, or swapped with their neighbour (optimal string alignment distance).
 * @param {string} one
 * @param {string} other
 */
export function changesBetween(one, other) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (/** @type {number} */ row, /** @type {number} */ column) =>
    rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
