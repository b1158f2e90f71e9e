import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import {
  DEFAULT_PREFERENCES,
  type PreferenceChange,
  type Preferences,
  preferencesSchema,
} from '../contract/preferences';

const NAME = 'preferences';

/** What the user has chosen for the app as a whole. */
export class PreferenceTable {
  #preferences: Preferences;
  readonly #listeners = new Set<(preferences: Preferences) => void>();

  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    const [row] = database.all('SELECT value FROM setting WHERE name = ?', NAME);
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), preferencesSchema), row?.value);
    this.#preferences = stored.success ? stored.output : DEFAULT_PREFERENCES;
  }

  get(): Preferences {
    return this.#preferences;
  }

  /** In the file when it returns. */
  change(change: PreferenceChange): void {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#preferences = v.parse(preferencesSchema, { ...this.#preferences, ...Object.fromEntries(given) });
    this.#database.run(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      NAME,
      JSON.stringify(this.#preferences),
    );
    for (const listener of [...this.#listeners]) listener(this.#preferences);
  }

  /** @returns ends the listening */
  onDidChange(listener: (preferences: Preferences) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
