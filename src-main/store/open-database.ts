import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { errorWords } from '../base/error-words';
import type { SqlDatabase } from '../base/sql-database';
import { backupOf } from './backup';
import { DatabaseUnusable } from './database-unusable';

/** Each brings the tables from the version before to its own: the first from nothing to 1. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE device (
     name TEXT PRIMARY KEY,
     model TEXT NOT NULL,
     number TEXT NOT NULL UNIQUE,
     display_name TEXT NOT NULL,
     user_locale TEXT NOT NULL,
     call_waiting INTEGER NOT NULL DEFAULT 0,
     forward_all TEXT,
     forward_busy TEXT,
     forward_no_answer TEXT
   ) STRICT;
   CREATE TABLE call_back_request (device TEXT PRIMARY KEY, request TEXT NOT NULL) STRICT;`,
  `CREATE TABLE account (id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
   CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  `ALTER TABLE device ADD COLUMN description TEXT NOT NULL DEFAULT '';
   ALTER TABLE device ADD COLUMN forward_no_answer_seconds INTEGER NOT NULL DEFAULT 12;
   ALTER TABLE device ADD COLUMN do_not_disturb INTEGER NOT NULL DEFAULT 0;`,
  // A phone may have several requests. One that cannot be read is taken along all the same.
  `CREATE TABLE call_back (
     device TEXT NOT NULL,
     called TEXT NOT NULL,
     request TEXT NOT NULL,
     PRIMARY KEY (device, called)
   ) STRICT;
   INSERT INTO call_back
     SELECT device, CASE WHEN json_valid(request) THEN coalesce(json_extract(request, '$.called'), '') ELSE '' END, request
     FROM call_back_request;
   DROP TABLE call_back_request;`,
  // A directory number and its phone are two things: a phone has several lines, and several phones may share one.
  `CREATE TABLE line (
     number TEXT PRIMARY KEY,
     display_name TEXT NOT NULL,
     call_waiting INTEGER NOT NULL DEFAULT 0,
     forward_all TEXT,
     forward_busy TEXT,
     forward_no_answer TEXT,
     forward_no_answer_seconds INTEGER NOT NULL DEFAULT 12
   ) STRICT;
   INSERT INTO line
     SELECT number, display_name, call_waiting, forward_all, forward_busy, forward_no_answer, forward_no_answer_seconds
     FROM device;
   CREATE TABLE button (
     device TEXT NOT NULL,
     position INTEGER NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('line', 'speedDial')),
     number TEXT NOT NULL,
     label TEXT NOT NULL DEFAULT '',
     PRIMARY KEY (device, position)
   ) STRICT;
   INSERT INTO button (device, position, kind, number) SELECT name, 1, 'line', number FROM device;
   CREATE TABLE phone (
     name TEXT PRIMARY KEY,
     model TEXT NOT NULL,
     description TEXT NOT NULL DEFAULT '',
     user_locale TEXT NOT NULL,
     do_not_disturb INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   INSERT INTO phone SELECT name, model, description, user_locale, do_not_disturb FROM device;
   DROP TABLE device;
   ALTER TABLE phone RENAME TO device;`,
  // What a phone remembers: a text for each part.
  `CREATE TABLE phone_memory (
     device TEXT NOT NULL,
     part TEXT NOT NULL,
     value TEXT NOT NULL,
     PRIMARY KEY (device, part)
   ) STRICT;`,
  // The phones go on with the softkeys that they had: the template of the pool in which all of them are.
  `CREATE TABLE softkey_template (name TEXT PRIMARY KEY, sets TEXT NOT NULL) STRICT;
   CREATE TABLE device_pool (name TEXT PRIMARY KEY, softkey_template TEXT NOT NULL) STRICT;
   INSERT INTO device_pool VALUES ('Default', 'Standard User for Call Back');
   ALTER TABLE device ADD COLUMN device_pool TEXT NOT NULL DEFAULT 'Default';
   ALTER TABLE device ADD COLUMN softkey_template TEXT;
   ALTER TABLE line ADD COLUMN unheard_messages INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE line ADD COLUMN heard_messages INTEGER NOT NULL DEFAULT 0;`,
  // Whose tones a phone has; empty = those of the country of its user locale.
  "ALTER TABLE device ADD COLUMN network_locale TEXT NOT NULL DEFAULT '';",
  // The language of the phones in a pool that have none of their own.
  "ALTER TABLE device_pool ADD COLUMN user_locale TEXT NOT NULL DEFAULT 'English_United_States';",
];

/**
 * Opens the Cisco CallManager database, and makes it or brings it up to date.
 *
 * @param file a path, or ":memory:"
 * @throws DatabaseUnusable if the file is damaged, gone, no database of ours, or a newer app's; it is left as it is
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

type Connection = InstanceType<typeof DatabaseSync>;

function openFile(file: string): Connection {
  let database: Connection | undefined;
  try {
    // SQLite would make a new one of it, and everything would be gone without a word.
    if (isEmpty(file) && existsSync(backupOf(file))) throw new Error('nothing is left in it, or it is not there');
    // SQLite would throw the journal away that lies beside it, with all that was written last.
    if (!isEmpty(file) && !hasHeader(file)) throw new Error('file is not a database');
    database = new DatabaseSync(file);
    // A commit is on the disk when it returns, and one that a crash interrupts has never been.
    // Another service may be writing at the moment: it is waited for, in milliseconds.
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    check(database);
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw new DatabaseUnusable(file, errorWords(error));
  }
}

const isEmpty = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;

/** SQLite, Database File Format, 1.3.1: "The header string". */
const HEADER = 'SQLite format 3\0';

function hasHeader(file: string): boolean {
  const bytes = Buffer.alloc(HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  return bytes.toString('latin1') === HEADER;
}

/** A page that a failing disk has spoiled is found now, and not in the middle of a call. */
function check(database: Connection): void {
  const row = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (row.quick_check !== 'ok') throw new Error(`it is damaged: ${row.quick_check.replace(/\s+/g, ' ')}`);
}

function migrate(database: Connection): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (row.user_version > MIGRATIONS.length)
    throw new Error(`it was written by a newer version of this app (${row.user_version}), which can still use it`);
  const missing = MIGRATIONS.slice(row.user_version);
  if (missing.length === 0) return;
  // All of them or none, and the disk is waited for once.
  database.exec(`BEGIN; ${missing.join('\n')} PRAGMA user_version = ${MIGRATIONS.length}; COMMIT;`);
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
