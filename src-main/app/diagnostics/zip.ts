import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;

/** A ZIP archive (APPNOTE.TXT, 4.3) of a few texts. @param now their time, as ZIP has it: of the computer's own clock */
export function zip(entries: readonly ZipEntry[], now: Date): Buffer {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  // ZIP knows no time before 1980, which a computer with an empty battery shows.
  const date = (Math.max(0, now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const [content, file] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(content);
    /** What stands the same in both headers (4.3.7, 4.3.12). */
    const common = numbers(
      [VERSION, 2],
      [UTF8, 2],
      [DEFLATED, 2],
      [time, 2],
      [date, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [file.length, 2],
      [0, 2],
    );
    const head = Buffer.concat([numbers([LOCAL, 4]), common, file]);
    local.push(head, packed);
    central.push(
      numbers([CENTRAL, 4], [VERSION, 2]),
      common,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      file,
    );
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = entries.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...local, directory, end]);
}

/** Little-endian, each with its length in bytes. */
function numbers(...fields: readonly (readonly [value: number, length: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      if (length === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}
