import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import { DEFAULT_PARAMETERS, type ServiceParameters, serviceParametersSchema } from '../contract/service-parameters';

const NAME = 'serviceParameters';

/** The service parameters of the Cisco Extended Functions service. A value that cannot be used is the default. */
export class ParameterTable {
  #parameters: ServiceParameters;
  readonly #listeners = new Set<(parameters: ServiceParameters) => void>();

  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    const [row] = database.all('SELECT value FROM setting WHERE name = ?', NAME);
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), serviceParametersSchema), row?.value);
    this.#parameters = stored.success ? stored.output : DEFAULT_PARAMETERS;
  }

  get(): ServiceParameters {
    return this.#parameters;
  }

  /** In the file when it returns. */
  change(parameters: ServiceParameters): void {
    this.#database.run(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      NAME,
      JSON.stringify(parameters),
    );
    this.#parameters = parameters;
    for (const listener of [...this.#listeners]) listener(parameters);
  }

  /** @returns ends the listening */
  onDidChange(listener: (parameters: ServiceParameters) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
