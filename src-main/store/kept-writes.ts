import type { SqlDatabase, SqlValue } from '../base/sql-database';

/**
 * Writes what a user has chosen, now or as soon as the disk takes it: a full disk is no reason for a phone to stop, or to go back
 * on what is in effect. Of each thing only the last is written.
 */
export class KeptWrites {
  readonly #database: SqlDatabase;
  #unwritten = new Map<string, () => void>();

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  /** @param thing what is written anew each time: a later writing takes the place of one that is kept */
  write(thing: string, sql: string, ...values: readonly SqlValue[]): void {
    const write = (): void => this.#database.run(sql, ...values);
    this.#unwritten.delete(thing);
    try {
      write();
    } catch {
      // Whoever watches the database tells the user.
      this.#unwritten.set(thing, write);
    }
  }

  /** There is room again. */
  catchUp(): void {
    for (const [thing, write] of [...this.#unwritten]) {
      try {
        write();
      } catch {
        return;
      }
      this.#unwritten.delete(thing);
    }
  }
}
