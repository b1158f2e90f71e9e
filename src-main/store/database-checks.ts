import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { DatabaseSync } from '@photostructure/sqlite';
import { strangeness } from './database-identity';

/** SQLite, Database File Format, 1.3.1: "The header string". */
const HEADER = 'SQLite format 3\0';

/** SQLite, Write-Ahead Logging, 4.1: its header has eight numbers of 32 bits, and begins with one of these. */
const JOURNAL_HEADER = 32;
const JOURNAL_MAGIC = [0x37_7f_06_82, 0x37_7f_06_83];

/**
 * What SQLite would pass over in silence: what lies there is no database, or the journal beside it is none.
 *
 * @throws Error with the reason
 */
export function checkFiles(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
  const head = beginningOf(file, HEADER.length);
  if (head === null) return;
  // SQLite would throw the journal away that lies beside it, with all that was written last.
  if (head.toString('latin1') !== HEADER) throw new Error('file is not a database');
  const journal = beginningOf(`${file}-wal`, JOURNAL_HEADER);
  // A power cut may leave the room for a journal without anything in it.
  if (journal === null || journal.every((byte) => byte === 0)) return;
  if (journal.length < JOURNAL_HEADER || !JOURNAL_MAGIC.includes(journal.readUInt32BE(0)) || !isSummedUp(journal))
    throw new Error(`its journal, ${file}-wal, is damaged`);
}

/** SQLite, Database File Format, 1.3.3: "File format version numbers", 2 for a write-ahead log. */
export const isInWalMode = (file: string): boolean => beginningOf(file, 20)?.[18] === 2;

/** @throws Error if a page is spoiled, a table is missing, or it is another program's */
export function checkContent(database: InstanceType<typeof DatabaseSync>): void {
  // A page that a failing disk has spoiled is found now, and not in the middle of a call.
  const row = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (row.quick_check !== 'ok') throw new Error(`it is damaged: ${row.quick_check.replace(/\s+/g, ' ')}`);
  const strange = strangeness(database);
  if (strange !== null) throw new Error(strange);
}

/** @returns null where there is no such file, or nothing in it */
function beginningOf(file: string, length: number): Buffer | null {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** SQLite, Write-Ahead Logging, 4.2: "Checksum Algorithm", over the first six numbers; the magic says in which order of bytes. */
function isSummedUp(header: Buffer): boolean {
  const isBig = header.readUInt32BE(0) === JOURNAL_MAGIC[1];
  const word = (at: number): number => (isBig ? header.readUInt32BE(at) : header.readUInt32LE(at));
  let [one, two] = [0, 0];
  for (let at = 0; at < 24; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return header.readUInt32BE(24) === one && header.readUInt32BE(28) === two;
}
