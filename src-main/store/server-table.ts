import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';

const NAME = 'callBackServers';
const addresses = v.pipe(v.string(), v.parseJson(), v.array(v.pipe(v.string(), v.ipv4())));

/** The servers of the cluster that have the Cisco Extended Functions service, by their addresses. */
export class ServerTable {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  load(): readonly string[] {
    const [row] = this.#database.all('SELECT value FROM setting WHERE name = ?', NAME);
    const stored = v.safeParse(addresses, row?.value);
    return stored.success ? stored.output : [];
  }

  save(list: readonly string[]): void {
    this.#database.run(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      NAME,
      JSON.stringify(list),
    );
  }
}
