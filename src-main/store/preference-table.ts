import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import {
  DEFAULT_PREFERENCES,
  type PreferenceChange,
  type Preferences,
  preferencesSchema,
} from '../contract/preferences';
import { KeptWrites } from './kept-writes';

const NAME = 'preferences';

/** What the user has chosen for the app as a whole. */
export class PreferenceTable {
  #preferences: Preferences;
  readonly #listeners = new Set<(preferences: Preferences) => void>();

  readonly #kept: KeptWrites;

  constructor(database: SqlDatabase, kept = new KeptWrites(database)) {
    this.#kept = kept;
    const [row] = database.all('SELECT value FROM setting WHERE name = ?', NAME);
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), preferencesSchema), row?.value);
    this.#preferences = stored.success ? stored.output : DEFAULT_PREFERENCES;
  }

  get(): Preferences {
    return this.#preferences;
  }

  /** In effect at once, and in the file when it returns, or as soon as the disk takes it. */
  change(change: PreferenceChange): void {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#preferences = v.parse(preferencesSchema, { ...this.#preferences, ...Object.fromEntries(given) });
    this.#kept.write(
      NAME,
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
