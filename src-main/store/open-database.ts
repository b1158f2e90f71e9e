import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import type { SqlDatabase } from '../base/sql-database';
import { backupOf } from './backup';
import { checkContent, checkFiles, isInWalMode } from './database-checks';
import { APPLICATION_ID } from './database-identity';
import { unusableBecause } from './database-unusable';
import { MIGRATIONS } from './migrations';

/** Milliseconds that a write waits for another service that is writing: everything else waits with it. */
export const BUSY_TIMEOUT_MS = 1000;

/** SQLITE_IOERR: what lies beside the file cannot be made, since the disk is full. */
const IO_ERROR = 10;

type Connection = InstanceType<typeof DatabaseSync>;

/**
 * Opens the Cisco CallManager database, and makes it or brings it up to date.
 *
 * @param file a path, or ":memory:"
 * @throws DatabaseUnusable if it cannot be read and written; it is left as it is
 */
export function openDatabase(file: string): SqlDatabase {
  const database = openFile(file);
  return {
    exec: (sql) => database.exec(sql),
    all: (sql, ...values) => database.prepare(sql).all(...values) as Readonly<Record<string, unknown>>[],
    run: (sql, ...values) => void database.prepare(sql).run(...values),
    transaction: (work) => inTransaction(database, work),
    close: () => database.close(),
  };
}

function openFile(file: string): Connection {
  let database: Connection | undefined;
  try {
    // SQLite would make a new one of it, and everything would be gone without a word.
    if (isEmpty(file) && existsSync(backupOf(file))) throw new Error('nothing is left in it, or it is not there');
    checkFiles(file);
    database = new DatabaseSync(file);
    // What is another program's is not brought into our mode of writing; what is in it already may need that to be read.
    const isReadable = !isInWalMode(file);
    if (isReadable) checkContent(database);
    if (!setMode(database)) database = reopenAlone(database, file);
    if (!isReadable) checkContent(database);
    // Somebody who holds it would be met only by the first request that is to be kept.
    if (!isEmpty(file)) database.exec('BEGIN IMMEDIATE; ROLLBACK');
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw unusableBecause(file, error);
  }
}

const isEmpty = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;

/** @returns false if there is no room even for the file by which connections share a journal */
function setMode(database: Connection): boolean {
  try {
    configure(database);
    return true;
  } catch (error) {
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === IO_ERROR) return false;
    throw error;
  }
}

/** The only connection to the file needs nothing beside it but the journal, and writes that once there is room. */
function reopenAlone(first: Connection, file: string): Connection {
  first.close();
  const alone = new DatabaseSync(file);
  try {
    alone.exec('PRAGMA locking_mode = EXCLUSIVE;');
    configure(alone);
    return alone;
  } catch (error) {
    alone.close();
    throw error;
  }
}

/** A commit is on the disk when it returns, and one that a crash interrupts has never been. */
function configure(database: Connection): void {
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`);
}

function migrate(database: Connection): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const missing = MIGRATIONS.slice(row.user_version);
  const mark = database.prepare('PRAGMA application_id').get() as { application_id: number };
  if (missing.length === 0 && mark.application_id === APPLICATION_ID) return;
  // All of them or none, and the disk is waited for once.
  const marks = `PRAGMA user_version = ${MIGRATIONS.length}; PRAGMA application_id = ${APPLICATION_ID};`;
  try {
    database.exec(`BEGIN; ${missing.join('\n')} ${marks} COMMIT;`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    // A full disk can wait for a mark; without its tables nothing works.
    if (missing.length > 0) throw error;
  }
}

function inTransaction(database: Connection, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // Where the disk is full SQLite may have taken it back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
