import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Tables of a PCF file that a glyph is found by. */
const METRICS = 4;
const BITMAPS = 8;
const ENCODINGS = 32;

/** How a table was written. */
const COMPRESSED_METRICS = 0x100;
const MAX_SIGNIFICANT_BYTE_FIRST = 4;
const MAX_SIGNIFICANT_BIT_FIRST = 8;
const ROW_PADDING = 3;

const NO_GLYPH = 0xffff;

/**
 * The glyphs of an X11 bitmap font (.pcf.gz) by code point, each in its whole cell: as many rows of `#` and `.` as the font's
 * deepest and highest glyph need, as wide as the character is.
 */
export function readPcf(file) {
  const bytes = gunzipSync(readFileSync(file));
  const table = tablesOf(bytes);
  const metrics = readMetrics(table(METRICS));
  const bitmaps = readBitmaps(table(BITMAPS));
  const ascent = Math.max(...metrics.map((glyph) => glyph.ascent));
  const descent = Math.max(...metrics.map((glyph) => glyph.descent));
  return new Map(
    readEncodings(table(ENCODINGS)).map(([code, index]) => {
      const { left, right, width, ascent: above } = metrics[index];
      const empty = '.'.repeat(width);
      const ink = bitmaps(index, right - left, above + metrics[index].descent);
      const rows = ink.map((row) => (empty.slice(0, left) + row).padEnd(width, '.').slice(0, width));
      const top = Array.from({ length: ascent - above }, () => empty);
      const bottom = Array.from({ length: descent - metrics[index].descent }, () => empty);
      return [code, [...top, ...rows, ...bottom]];
    }),
  );
}

/** Answers a table by its type: a reader that begins behind the table's format. */
function tablesOf(bytes) {
  const entries = Array.from({ length: bytes.readUInt32LE(4) }, (_, index) => 8 + 16 * index);
  return (type) => {
    const entry = entries.find((at) => bytes.readUInt32LE(at) === type);
    if (entry === undefined) throw new Error(`the font has no table ${type}`);
    const start = bytes.readUInt32LE(entry + 12);
    return readerOf(bytes, start + 4, bytes.readUInt32LE(start));
  };
}

function readerOf(bytes, start, format) {
  let at = start;
  const bigEndian = (format & MAX_SIGNIFICANT_BYTE_FIRST) !== 0;
  const take = (length, read) => {
    const value = read(at);
    at += length;
    return value;
  };
  return {
    format,
    byte: () => take(1, (from) => bytes[from]),
    int16: () => take(2, (from) => (bigEndian ? bytes.readInt16BE(from) : bytes.readInt16LE(from))),
    uint16: () => take(2, (from) => (bigEndian ? bytes.readUInt16BE(from) : bytes.readUInt16LE(from))),
    uint32: () => take(4, (from) => (bigEndian ? bytes.readUInt32BE(from) : bytes.readUInt32LE(from))),
    rest: () => bytes.subarray(at),
  };
}

function readMetrics(reader) {
  const compressed = (reader.format & COMPRESSED_METRICS) !== 0;
  const count = compressed ? reader.uint16() : reader.uint32();
  const next = compressed ? () => reader.byte() - 0x80 : () => reader.int16();
  return Array.from({ length: count }, () => {
    const [left, right, width, ascent, descent] = [next(), next(), next(), next(), next()];
    if (!compressed) next();
    return { left, right, width, ascent, descent };
  });
}

function readBitmaps(reader) {
  if ((reader.format & MAX_SIGNIFICANT_BIT_FIRST) === 0) throw new Error('the font has its bits in the other order');
  const padding = 1 << (reader.format & ROW_PADDING);
  const offsets = Array.from({ length: reader.uint32() }, () => reader.uint32());
  for (let size = 0; size < 4; size += 1) reader.uint32();
  const bytes = reader.rest();
  return (index, width, height) => {
    const rowLength = Math.ceil(Math.ceil(width / 8) / padding) * padding;
    return Array.from({ length: height }, (_, y) => {
      const start = offsets[index] + y * rowLength;
      const bits = [...bytes.subarray(start, start + rowLength)].map((byte) => byte.toString(2).padStart(8, '0'));
      return bits.join('').slice(0, width).replaceAll('0', '.').replaceAll('1', '#');
    });
  };
}

function readEncodings(reader) {
  const [firstLow, lastLow, firstHigh, lastHigh] = [reader.int16(), reader.int16(), reader.int16(), reader.int16()];
  reader.int16();
  const found = [];
  for (let high = firstHigh; high <= lastHigh; high += 1) {
    for (let low = firstLow; low <= lastLow; low += 1) {
      const index = reader.uint16();
      if (index !== NO_GLYPH) found.push([high * 256 + low, index]);
    }
  }
  return found;
}
