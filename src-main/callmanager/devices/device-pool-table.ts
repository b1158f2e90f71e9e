import { Listeners } from '../../base/listeners';
import type { SqlDatabase } from '../../base/sql-database';

/** What the phones in it have in common. */
export interface DevicePool {
  readonly name: string;
  /** By name: of every phone in the pool that has none of its own. */
  readonly softkeyTemplate: string;
  /** e.g. "English_United_States": of every phone in the pool that has none of its own. */
  readonly userLocale: string;
}

/** The pool that phones are in until somebody puts them into another; it cannot be removed. */
const DEFAULT_POOL = 'Default';

/** "You can add the template to the default device pool …, or you can create a customized device pool for Call Back feature users." */
export class DevicePoolTable {
  readonly #listeners = new Listeners();

  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  list(): readonly DevicePool[] {
    return this.#database
      .all('SELECT * FROM device_pool ORDER BY name <> ?, name', DEFAULT_POOL)
      .map(({ name, softkey_template, user_locale }) => ({
        name: String(name),
        softkeyTemplate: String(softkey_template),
        userLocale: String(user_locale),
      }));
  }

  /** The name of the template of the phones in that pool; a pool that is not there is as the default one. */
  templateOf(pool: string): string {
    return this.#find(pool)?.softkeyTemplate ?? '';
  }

  /** Likewise the user locale. */
  localeOf(pool: string): string {
    return this.#find(pool)?.userLocale ?? '';
  }

  /** Adds a pool, or changes one. In the file when it returns. */
  save({ name, softkeyTemplate, userLocale }: DevicePool): void {
    this.#database.run(
      `INSERT INTO device_pool (name, softkey_template, user_locale) VALUES (?, ?, ?) ON CONFLICT (name)
       DO UPDATE SET softkey_template = excluded.softkey_template, user_locale = excluded.user_locale`,
      name,
      softkeyTemplate,
      userLocale,
    );
    this.#listeners.tell();
  }

  remove(name: string): void {
    this.#database.run('DELETE FROM device_pool WHERE name = ? AND name <> ?', name, DEFAULT_POOL);
    this.#listeners.tell();
  }

  #find(pool: string): DevicePool | undefined {
    const pools = this.list();
    return pools.find(({ name }) => name === pool) ?? pools.find(({ name }) => name === DEFAULT_POOL);
  }

  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}
