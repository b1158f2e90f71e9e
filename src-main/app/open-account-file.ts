import { readFileSync, statSync } from 'node:fs';
import { type AccountFile, readAccountFile } from '../pbx/account/file/read-account-file';
import { WrongUsage } from './options';

/** Bytes. An account has some hundred. */
const LARGEST = 65_536;
/** Readable by the group or by everybody. */
const BY_OTHERS = 0o044;

/**
 * @param warn told where others can read the password in the file
 * @throws WrongUsage if there is no account in the file
 */
export function openAccountFile(path: string, platform: NodeJS.Platform, warn: (words: string) => void): AccountFile {
  const refuse = (cause: string): WrongUsage => new WrongUsage(`--account ${path}: ${cause}`);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw refuse('there is no such file');
  if (!stats.isFile()) throw refuse(`this is ${stats.isDirectory() ? 'a folder' : 'no file'}: name a JSON file`);
  if (stats.size > LARGEST) throw refuse(`this has ${stats.size} bytes, and an account at most ${LARGEST}`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw refuse(`it cannot be read (${(error as NodeJS.ErrnoException).code}): change its permissions`);
  }
  const file = readAccountFile(bytes);
  if (!file.ok) throw refuse(file.error);
  if (file.value.password && platform !== 'win32' && (stats.mode & BY_OTHERS) !== 0)
    warn(`others on this machine can read the password in ${path}: chmod 600 ${path}`);
  return file.value;
}
