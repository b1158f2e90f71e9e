/**
 * Why the file cannot be used:
 * - `damaged`      what is in it is not what we have written: another may be put in its place
 * - `locked`       another program holds it, and will let it go
 * - `notWritable`  it, or the disk, takes nothing: that is its user's to put right, and another file would do no better
 */
export type Trouble = 'damaged' | 'locked' | 'notWritable';

/** The database file cannot be used, and why, in words for the user. The file is as it was. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';

  constructor(
    readonly file: string,
    readonly reason: string,
    readonly trouble: Trouble,
  ) {
    super(`The database ${file} cannot be used: ${reason}. ${REMEDIES[trouble]}`);
  }
}

const REMEDIES: Readonly<Record<Trouble, string>> = {
  damaged: 'Move the file away to begin with a new one.',
  locked: 'Quit the program that holds it.',
  notWritable: 'Make room on its disk and let it be written, or name another folder with --user-data-dir=DIR.',
};

/** What SQLite and the system say, by their numbers (SQLite, Result and Error Codes; the lower byte is the primary one). */
const BUSY = [5, 6];
const NOT_WRITABLE: Readonly<Record<number, string>> = {
  3: 'it may not be opened',
  8: 'it may only be read',
  10: 'its disk takes nothing',
  13: 'its disk is full',
  14: 'it cannot be opened',
};
const SYSTEM_CODES: Readonly<Record<string, string>> = {
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EROFS: 'its disk may only be read',
  ENOSPC: 'its disk is full',
  EIO: 'its disk cannot be read',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};
/** ENOSPC as a number. */
const NO_SPACE = 28;

/** @param error what SQLite or the system has thrown, or what a check says of the content */
export function unusableBecause(file: string, error: unknown): DatabaseUnusable {
  const { message, code = '', errcode = 0, systemErrno } = error as Error & SqliteFacts;
  const primary = errcode % 256;
  if (BUSY.includes(primary)) return new DatabaseUnusable(file, 'another program holds it', 'locked');
  const cause = systemErrno === NO_SPACE ? NOT_WRITABLE[13] : (NOT_WRITABLE[primary] ?? SYSTEM_CODES[code]);
  return cause === undefined
    ? new DatabaseUnusable(file, message, 'damaged')
    : new DatabaseUnusable(file, cause, 'notWritable');
}

interface SqliteFacts {
  readonly code?: string;
  readonly errcode?: number;
  readonly systemErrno?: number;
}
