import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import { type PhoneSystem, phoneSystemSchema } from '../contract/account-settings';
import { KeptWrites } from './kept-writes';

/** What the user has chosen once for the whole app. */
export class SettingTable {
  readonly #database: SqlDatabase;

  readonly #kept: KeptWrites;

  constructor(database: SqlDatabase, kept = new KeptWrites(database)) {
    this.#database = database;
    this.#kept = kept;
  }

  /** What the phones are connected to; null = nobody has chosen yet, or what is stored is nothing that this app knows. */
  get system(): PhoneSystem | null {
    const [row] = this.#database.all("SELECT value FROM setting WHERE name = 'system'");
    const system = v.safeParse(phoneSystemSchema, row?.value);
    return system.success ? system.output : null;
  }

  set system(system: PhoneSystem) {
    this.#kept.write(
      'system',
      "INSERT INTO setting (name, value) VALUES ('system', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      system,
    );
  }
}
