import { readFileSync } from 'node:fs';

/** The glyphs of a .hex file of GNU Unifont by code point: 16 rows of `#` and `.`, 8 or 16 wide. */
export function readHex(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code, digits] = line.split(':');
      const digitsInRow = digits.length / 16;
      const rows = Array.from({ length: 16 }, (_, row) =>
        [...digits.slice(row * digitsInRow, (row + 1) * digitsInRow)].map(dotsOf).join(''),
      );
      return [Number.parseInt(code, 16), rows];
    }),
  );
}

const dotsOf = (digit) =>
  Number.parseInt(digit, 16).toString(2).padStart(4, '0').replaceAll('0', '.').replaceAll('1', '#');
