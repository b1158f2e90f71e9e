import { crc32, deflateSync } from 'node:zlib';
import type { GreyPicture } from './cip';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS_A_PIXEL = 2;
const PIXELS_A_BYTE = 8 / BITS_A_PIXEL;
const GREYSCALE = 0;
const NO_FILTER = 0;

/** As a PNG of two bits a pixel (ISO/IEC 15948), pixel for pixel: the same display gives the same bytes. */
export function png({ width, height, pixels }: GreyPicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS_A_PIXEL, GREYSCALE], 8);
  const rows = Array.from({ length: height }, (_, y) => row(pixels.subarray(y * width, (y + 1) * width)));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first pixel is in the high bits; black is 0. */
function row(pixels: Uint8Array): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(pixels.length / PIXELS_A_BYTE), NO_FILTER);
  for (const [x, grey] of pixels.entries()) {
    const at = 1 + Math.floor(x / PIXELS_A_BYTE);
    bytes[at] = (bytes[at] ?? 0) | ((3 - grey) << (8 - BITS_A_PIXEL * ((x % PIXELS_A_BYTE) + 1)));
  }
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}
