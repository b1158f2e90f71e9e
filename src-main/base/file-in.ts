import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of that name in a folder, also where an administrator has written it in other letters: `Ringlist.xml` for `RINGLIST.XML`, as it
 * is the same file on Windows and at a TFTP server of old.
 *
 * @returns the path with the name as it was asked for, where there is no such file in any letters
 */
export function fileIn(folder: string, name: string): string {
  try {
    const names = readdirSync(folder);
    const found = names.includes(name) ? name : names.find((one) => one.toLowerCase() === name.toLowerCase());
    return join(folder, found ?? name);
  } catch {
    return join(folder, name);
  }
}
