import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import { type AccountSettings, accountSettingsSchema } from '../contract/account-settings';

/** The accounts on other people's SIP servers, in the order in which they were made. Their passwords are not here. */
export class AccountTable {
  readonly #database: SqlDatabase;
  readonly #report: (problem: string) => void;

  /** @param report told of a stored account that cannot be read; it stays in the file and is left out */
  constructor(database: SqlDatabase, report: (problem: string) => void) {
    this.#database = database;
    this.#report = report;
  }

  load(): readonly AccountSettings[] {
    return this.#database.all('SELECT id, settings FROM account ORDER BY rowid').flatMap((row) => {
      const settings = v.safeParse(v.pipe(v.string(), v.parseJson(), accountSettingsSchema), row.settings);
      if (settings.success && settings.output.id === row.id) return [settings.output];
      const cause = settings.success ? 'it is another one' : settings.issues[0].message;
      this.#report(`the stored account ${String(row.id)} cannot be read: ${cause}`);
      return [];
    });
  }

  save(settings: AccountSettings): void {
    this.#database.run(
      'INSERT INTO account (id, settings) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
      settings.id,
      JSON.stringify(settings),
    );
  }

  remove(id: string): void {
    this.#database.run('DELETE FROM account WHERE id = ?', id);
  }
}
