import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that only its user may read. All of it or nothing: the power may fail, and nobody reads half of it.
 *
 * @throws Error as the system has it, where it cannot be written
 */
export function writePrivateFile(file: string, content: string | Uint8Array): void {
  const part = `${file}.part`;
  // One that was left keeps the rights that it has.
  rmSync(part, { force: true });
  writeFileSync(part, content, { mode: 0o600 });
  renameSync(part, file);
}
