import { mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorWords } from '../base/error-words';

/**
 * Opens a file that lines are put to the end of. Each is in it when the call returns: a story is wanted most where the app
 * has crashed in the middle of it.
 *
 * @throws Error in words for the user if it cannot be written
 */
export function openStoryFile(file: string): (line: string) => void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, 'a', 0o600);
    return (line) => void writeSync(handle, `${line}\n`);
  } catch (error) {
    const cause = errorWords(error);
    throw new Error(`--record: nothing can be written to ${file}: ${cause}`);
  }
}
