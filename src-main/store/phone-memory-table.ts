import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import {
  type MemoryChange,
  type MemoryPart,
  memorySchemas,
  NOTHING_REMEMBERED,
  type PhoneMemory,
} from '../contract/phone-memory';
import { KeptWrites } from './kept-writes';

/** What each phone remembers: its calls, its personal directory and its settings, each in a row of its own. */
export class PhoneMemoryTable {
  readonly #database: SqlDatabase;
  readonly #kept: KeptWrites;
  readonly #report: (problem: string) => void;

  /** @param report told of a part that cannot be read, which is kept under another name and begins anew */
  constructor(database: SqlDatabase, report: (problem: string) => void, kept = new KeptWrites(database)) {
    this.#database = database;
    this.#kept = kept;
    this.#report = report;
  }

  load(device: string): PhoneMemory {
    const rows = this.#database.all('SELECT part, value FROM phone_memory WHERE device = ?', device);
    const read = <Part extends MemoryPart>(part: Part): PhoneMemory[Part] => {
      const row = rows.find((candidate) => candidate.part === part);
      if (!row) return NOTHING_REMEMBERED[part];
      const value = v.safeParse(v.pipe(v.string(), v.parseJson(), memorySchemas[part]), row.value);
      if (value.success) return value.output as PhoneMemory[Part];
      this.#report(`what ${device} remembers of its ${part} cannot be read: ${value.issues[0].message}`);
      this.#setAside(device, part);
      return NOTHING_REMEMBERED[part];
    };
    return { calls: read('calls'), people: read('people'), settings: read('settings') };
  }

  save(device: string, { part, value }: MemoryChange): void {
    this.#kept.write(
      `${device} ${part}`,
      'INSERT INTO phone_memory (device, part, value) VALUES (?, ?, ?) ON CONFLICT (device, part) DO UPDATE SET value = excluded.value',
      device,
      part,
      JSON.stringify(value),
    );
  }

  /** The phone is gone: another one that is given its name later has not lived its life. */
  forget(device: string): void {
    this.#database.run('DELETE FROM phone_memory WHERE device = ?', device);
  }

  #setAside(device: string, part: MemoryPart): void {
    this.#database.run(
      'UPDATE OR REPLACE phone_memory SET part = ? WHERE device = ? AND part = ?',
      `${part}/unreadable`,
      device,
      part,
    );
  }
}
