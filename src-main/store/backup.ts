import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Clock } from '../base/clock';
import { errorWords } from '../base/error-words';
import type { SqlDatabase } from '../base/sql-database';

/** The copy of a database as it was at the last good start. */
export const backupOf = (file: string): string => `${file}.backup`;

/** When the backup was made, in milliseconds since the epoch; null = there is none. */
export const timeOfBackup = (file: string): number | null =>
  statSync(backupOf(file), { throwIfNoEntry: false })?.mtimeMs ?? null;

/**
 * Makes the backup of a database that has just been found good. The one of before stays until the new one is whole.
 *
 * @throws Error if it cannot be written
 */
export function keepBackup(database: SqlDatabase, file: string): void {
  const next = `${backupOf(file)}.new`;
  rmSync(next, { force: true });
  database.run('VACUUM INTO ?', next);
  toDisk(next);
  renameSync(next, backupOf(file));
}

/** Milliseconds after the start: it takes a while, and everybody waits for the phones until then. */
const BACKUP_AFTER = 3000;

/**
 * Makes the backup once the app has started.
 *
 * @param onFailure the app goes on without a backup; somebody should know
 * @returns makes it at once, if it is not made yet: the app ends, and closes the database
 */
export function keepBackupLater(
  database: SqlDatabase,
  file: string,
  clock: Clock,
  onFailure: (cause: string) => void,
): () => void {
  let kept = false;
  const keep = (): void => {
    if (kept) return;
    kept = true;
    try {
      keepBackup(database, file);
    } catch (error) {
      onFailure(errorWords(error));
    }
  };
  const cancel = clock.after(BACKUP_AFTER, keep);
  return () => {
    cancel();
    keep();
  };
}

/** With what SQLite keeps beside it: a journal of one database is poison to another. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Puts an unusable database out of the way; nothing is thrown away.
 *
 * @param now milliseconds since the epoch
 * @returns the name under which the file is kept
 */
function setAside(file: string, now: number): string {
  const kept = nameOfKept(file, now);
  for (const part of PARTS) if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${kept}${part}`);
  return kept;
}

/** `callmanager.db.unusable-2026-11-22T14-05-00` */
export const nameOfKept = (file: string, now: number): string =>
  `${file}.unusable-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;

/** Sets the database aside, and puts its backup in its place. @returns as setAside */
export function restoreBackup(file: string, now: number): string {
  const kept = setAside(file, now);
  const next = `${file}.new`;
  copyFileSync(backupOf(file), next);
  toDisk(next);
  renameSync(next, file);
  return kept;
}

/** Sets the database aside with its backup, which the next good start would else overwrite. @returns as setAside */
export function beginAnew(file: string, now: number): string {
  const kept = setAside(file, now);
  if (existsSync(backupOf(file))) renameSync(backupOf(file), `${kept}.backup`);
  return kept;
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
