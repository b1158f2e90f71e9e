import { DatabaseSync } from '@photostructure/sqlite';

/** The tables as earlier versions of the app have made them: they are on users' disks, and never change. */
const TABLES = {
  1: `CREATE TABLE device (
        name TEXT PRIMARY KEY, model TEXT NOT NULL, number TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
        user_locale TEXT NOT NULL, call_waiting INTEGER NOT NULL DEFAULT 0, forward_all TEXT, forward_busy TEXT,
        forward_no_answer TEXT
      ) STRICT;
      CREATE TABLE call_back_request (device TEXT PRIMARY KEY, request TEXT NOT NULL) STRICT;`,
  2: `CREATE TABLE account (id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
} as const;

/** A database of that version with one phone in it: SEP1, 1009, "Old". */
export function makeOldDatabase(file: string, version: keyof typeof TABLES): void {
  const database = new DatabaseSync(file);
  for (const [made, tables] of Object.entries(TABLES)) if (Number(made) <= version) database.exec(tables);
  database.exec(
    `PRAGMA user_version = ${version};
     INSERT INTO device (name, model, number, display_name, user_locale) VALUES ('SEP1', 'm', '1009', 'Old', 'l');`,
  );
  database.close();
}
