import { strToU8, zipSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** ZIP knows no time before 1980, which a computer with an empty battery shows. */
const EARLIEST = new Date(1980, 0, 1);

/** A ZIP archive of a few texts. @param now their time, as ZIP has it: of the computer's own clock */
export function zip(entries: readonly ZipEntry[], now: Date): Uint8Array {
  const files = Object.fromEntries(entries.map(({ name, text }) => [name, strToU8(text)]));
  return zipSync(files, { mtime: now < EARLIEST ? EARLIEST : now });
}
