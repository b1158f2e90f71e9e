import type { Clock } from '../base/clock';
import type { SqlDatabase, SqlValue } from '../base/sql-database';
import { unusableBecause } from './database-unusable';
import { BUSY_TIMEOUT_MS } from './open-database';

/** Between two looks whether it takes anything again. */
const LOOK_AGAIN_MS = 2000;
const PROBE =
  "INSERT INTO setting (name, value) VALUES ('probe', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

/** A database that tells when nothing can be written into it, and when it can again: it is tried meanwhile, whoever else writes. */
export class WatchedDatabase implements SqlDatabase {
  readonly #database: SqlDatabase;
  readonly #clock: Clock;
  readonly #onDidChange: (cause: string | null) => void;
  #cause: string | null = null;
  #cancel = (): void => {};

  /** @param onDidChange told why nothing can be written, in words; null = it can */
  constructor(database: SqlDatabase, clock: Clock, onDidChange: (cause: string | null) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#onDidChange = onDidChange;
  }

  exec(sql: string): void {
    this.#watch(() => this.#database.exec(sql));
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, unknown>>[] {
    return this.#database.all(sql, ...values);
  }

  run(sql: string, ...values: readonly SqlValue[]): void {
    this.#watch(() => this.#database.run(sql, ...values));
  }

  transaction(work: () => void): void {
    this.#watch(() => this.#database.transaction(work));
  }

  close(): void {
    this.#cancel();
    this.#database.close();
  }

  #watch(write: () => void): void {
    try {
      write();
    } catch (error) {
      const { trouble, reason } = unusableBecause('', error);
      // A mistake in what is written is not the disk's.
      if (trouble !== 'damaged') this.#become(reason);
      throw error;
    }
    this.#become(null);
  }

  #become(cause: string | null): void {
    if (cause === null) this.#cancel();
    else if (this.#cause === null) this.#lookAgain();
    if (cause === this.#cause) return;
    this.#cause = cause;
    this.#onDidChange(cause);
  }

  #lookAgain(): void {
    this.#cancel = this.#clock.after(LOOK_AGAIN_MS, () => {
      try {
        // Somebody else's lock is not waited for: the phones would wait as well.
        this.#database.exec('PRAGMA busy_timeout = 0');
        this.#database.run(PROBE, String(this.#clock.now()));
      } catch {
        this.#lookAgain();
        return;
      } finally {
        this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
      this.#become(null);
    });
  }
}
