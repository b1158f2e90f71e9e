import { DatabaseSync } from '@photostructure/sqlite';

/** The few things of an SQLite connection that the tables need; `node:sqlite` has the same and may replace it. */
export interface SqlDatabase {
  exec(sql: string): void;
  all(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, unknown>>[];
  run(sql: string, ...values: readonly SqlValue[]): void;
  close(): void;
}

export type SqlValue = string | number | null;

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
];

/**
 * Opens the Cisco CallManager database, and makes it or brings it up to date.
 *
 * @param file a path, or ":memory:"
 * @throws Error in words for the user if the file is no database of ours, or a newer app's
 */
export function openDatabase(file: string): SqlDatabase {
  const database = openFile(file);
  return {
    exec: (sql) => database.exec(sql),
    all: (sql, ...values) => database.prepare(sql).all(...values) as Readonly<Record<string, unknown>>[],
    run: (sql, ...values) => void database.prepare(sql).run(...values),
    close: () => database.close(),
  };
}

function openFile(file: string): InstanceType<typeof DatabaseSync> {
  let database: InstanceType<typeof DatabaseSync> | undefined;
  try {
    database = new DatabaseSync(file);
    // A commit is on the disk when it returns, and one that a crash interrupts has never been.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`The database ${file} cannot be used: ${cause}. Move the file away to begin with a new one.`);
  }
}

function migrate(database: InstanceType<typeof DatabaseSync>): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (row.user_version > MIGRATIONS.length)
    throw new Error(`it was written by a newer version of this app (${row.user_version}), which can still use it`);
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < row.user_version) continue;
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
