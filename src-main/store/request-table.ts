import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import { type CallBackRequest, NotTheWriter, type RequestStore, requestSchema } from '../cef/ports';

const TERM = 'callBackTerm';

/**
 * The Call Back requests, one for each phone and number. Several services may have the file open, and one of them writes: each
 * that takes over begins another term, and what somebody writes whose term is over is refused. A service that was stopped in the
 * middle, and taken for dead, may wake up at any moment.
 */
export class RequestTable implements RequestStore {
  /** Of this writer; null = it has not taken over. */
  #term: number | null = null;

  readonly #database: SqlDatabase;
  readonly #isOurs: (device: string) => boolean;
  readonly #report: (problem: string) => void;
  readonly #onDidWrite: () => void;

  /** @param report told of a stored request that cannot be read; it stays in the file and is left out */
  constructor(
    database: SqlDatabase,
    /** The phones whose requests these are; those of others wait for the system that has them. */
    isOurs: (device: string) => boolean,
    report: (problem: string) => void,
    /** The requests are others than before. */
    onDidWrite: () => void = () => {},
  ) {
    this.#database = database;
    this.#isOurs = isOurs;
    this.#report = report;
    this.#onDidWrite = onDidWrite;
  }

  takeOver(): void {
    this.#database.transaction(() => {
      this.#term = this.#storedTerm() + 1;
      this.#database.run(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        TERM,
        String(this.#term),
      );
    });
  }

  load(): readonly CallBackRequest[] {
    return this.#database.all('SELECT device, request FROM call_back ORDER BY rowid').flatMap((row) => {
      const request = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), row.request);
      if (request.success) return this.#isOurs(request.output.device) ? [request.output] : [];
      this.#report(`the stored Call Back of ${String(row.device)} cannot be read: ${request.issues[0].message}`);
      return [];
    });
  }

  together(write: () => void): void {
    this.#database.transaction(() => {
      if (this.#storedTerm() !== this.#term) throw new NotTheWriter('another service has taken over');
      write();
    });
    this.#onDidWrite();
  }

  save(request: CallBackRequest): void {
    this.#database.run(
      'INSERT INTO call_back (device, called, request) VALUES (?, ?, ?) ON CONFLICT (device, called) DO UPDATE SET request = excluded.request',
      request.device,
      request.called,
      JSON.stringify(request),
    );
  }

  remove(device: string, called: string): void {
    this.#database.run('DELETE FROM call_back WHERE device = ? AND called = ?', device, called);
  }

  #storedTerm(): number {
    const [row] = this.#database.all('SELECT value FROM setting WHERE name = ?', TERM);
    return Number(row?.value ?? 0);
  }
}
