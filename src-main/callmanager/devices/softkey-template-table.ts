import * as v from 'valibot';
import { Listeners } from '../../base/listeners';
import type { SqlDatabase } from '../../base/sql-database';
import { type LayoutSets, layoutSetsSchema, STANDARD_USER_FOR_CALL_BACK } from '../../contract/softkey-layout';
import type { SoftkeyTemplate } from '../../contract/softkey-template';

export interface ListedTemplate {
  readonly template: SoftkeyTemplate;
  /** The app comes with it: it is copied, and never changed. */
  readonly isStandard: boolean;
  /** Why it cannot be used: phones that have it use the default one. null = it can. */
  readonly problem: string | null;
}

/**
 * The softkey templates: those that the app comes with, and after them the administrator's copies. A copy has a layout of its own;
 * its keys are those of the standard ones, and so is what CallManager's layout page knows nothing of.
 */
export class SoftkeyTemplateTable {
  #templates: ReadonlyMap<string, ListedTemplate> = new Map();
  readonly #listeners = new Listeners();
  readonly #fallback: SoftkeyTemplate;

  readonly #database: SqlDatabase;
  readonly #standard: readonly SoftkeyTemplate[];

  /**
   * @param report told once of each copy that cannot be used
   * @throws Error if the default template is not among the standard ones: the phones would have no softkeys
   */
  constructor(database: SqlDatabase, standard: readonly SoftkeyTemplate[], report: (problem: string) => void) {
    this.#database = database;
    this.#standard = standard;
    const fallback = standard.find(({ name }) => name === STANDARD_USER_FOR_CALL_BACK);
    if (!fallback) throw new Error(`The softkey template "${STANDARD_USER_FOR_CALL_BACK}" is not installed`);
    this.#fallback = fallback;
    this.#read();
    for (const { problem, template } of this.list())
      if (problem !== null) report(`softkey template "${template.name}" not used: ${problem}`);
  }

  list(): readonly ListedTemplate[] {
    return [...this.#templates.values()];
  }

  /** The one with that name, or the default where there is none, or it cannot be used. */
  get(name: string): SoftkeyTemplate {
    const listed = this.#templates.get(name);
    return listed?.problem === null ? listed.template : this.#fallback;
  }

  /** Every softkey that a template may have. */
  keys(): SoftkeyTemplate['keys'] {
    return Object.assign({}, ...this.#standard.map(({ keys }) => keys));
  }

  /** Adds a copy, or changes one. In the file when it returns. */
  save(name: string, sets: LayoutSets): void {
    this.#database.run(
      'INSERT INTO softkey_template VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sets = excluded.sets',
      name,
      JSON.stringify(sets),
    );
    this.#changed();
  }

  remove(name: string): void {
    this.#database.run('DELETE FROM softkey_template WHERE name = ?', name);
    this.#changed();
  }

  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #changed(): void {
    this.#read();
    this.#listeners.tell();
  }

  #read(): void {
    const standard = this.#standard.map((template): ListedTemplate => ({ template, isStandard: true, problem: null }));
    const copies = this.#database
      .all('SELECT * FROM softkey_template ORDER BY name')
      .map(({ name, sets }) => this.#copyOf(String(name), String(sets)));
    // The app may come with a template one day that has the name of a copy.
    const all = [
      ...standard,
      ...copies.filter(({ template }) => !standard.some((each) => each.template.name === template.name)),
    ];
    this.#templates = new Map(all.map((listed) => [listed.template.name, listed]));
  }

  #copyOf(name: string, stored: string): ListedTemplate {
    const sets = v.safeParse(v.pipe(v.string(), v.parseJson(), layoutSetsSchema), stored);
    const keys = this.keys();
    const strange = sets.success
      ? Object.values(sets.output)
          .flat()
          .find((key) => key !== '' && !(key in keys))
      : '';
    const problem = sets.success
      ? strange && `it has the softkey "${strange}", which this phone does not have`
      : `it cannot be read (${sets.issues[0].message})`;
    const layout = sets.success && !problem ? sets.output : this.#fallback.sets;
    return {
      template: { name, keys, sets: { ...this.#fallback.sets, ...layout } },
      isStandard: false,
      problem: problem || null,
    };
  }
}
