/**
 * Packs files as Electron's archive format: four numbers, an index in JSON, then the files one after the other.
 * @param {Readonly<Record<string, Buffer>>} contents by name
 */
export function packAsar(contents) {
  /** @type {Record<string, {size: number, offset: string}>} */
  const files = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(contents)) {
    files[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const index = Buffer.from(JSON.stringify({ files }));
  const padded = index.length + ((4 - (index.length % 4)) % 4);
  const numbers = Buffer.alloc(16);
  numbers.writeUInt32LE(4, 0);
  numbers.writeUInt32LE(padded + 8, 4);
  numbers.writeUInt32LE(padded + 4, 8);
  numbers.writeUInt32LE(index.length, 12);
  return Buffer.concat([numbers, index, Buffer.alloc(padded - index.length), ...Object.values(contents)]);
}
