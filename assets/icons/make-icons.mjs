// Makes the app's icons from icon.svg: PNG files for Linux, icon.ico for Windows, icon.icns for macOS. They come out the same, byte
// for byte, on every machine.
//
//   node assets/icons/make-icons.mjs [folder]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');
await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** @type {Map<number, Buffer>} */
const pictures = new Map();
/** @param {number} size of its side, in pixels */
function png(size) {
  const made =
    pictures.get(size) ?? Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
  pictures.set(size, made);
  return made;
}

/** A directory of six bytes, an entry of sixteen for each picture, then the pictures. @param {readonly number[]} sizes */
function ico(sizes) {
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [at, size] of sizes.entries()) {
    const entry = 6 + 16 * at;
    // One byte each for width and height: 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png(size).length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png(size).length;
  }
  return Buffer.concat([head, ...sizes.map(png)]);
}

/** Blocks of a type, their whole length, and a PNG. @param {readonly (readonly [string, number])[]} types */
function icns(types) {
  const blocks = types.map(([type, size]) => block(type, png(size)));
  return block('icns', Buffer.concat(blocks));
}

/** @param {string} type @param {Buffer} content */
function block(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

mkdirSync(join(folder, 'png'), { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(folder, 'png', `${size}x${size}.png`), png(size));
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
const apple = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);
writeFileSync(join(folder, 'icon.icns'), icns(apple));
