import * as v from 'valibot';
import type { SqlDatabase } from '../base/sql-database';
import { type Bounds, boundsSchema } from '../contract/bounds';
import { KeptWrites } from './kept-writes';

const NAME = 'windows';

const storedSchema = v.object({
  /** By the name of the phone. */
  places: v.fallback(v.record(v.string(), boundsSchema), {}),
  /** The user has been told what becomes of the app when its last window is closed. */
  closingExplained: v.fallback(v.boolean(), false),
});
type Stored = Readonly<v.InferOutput<typeof storedSchema>>;

/** Where the windows of the phones were left, and what their user knows of closing them. */
export class WindowTable {
  #stored: Stored;

  readonly #kept: KeptWrites;

  constructor(database: SqlDatabase, kept = new KeptWrites(database)) {
    this.#kept = kept;
    const [row] = database.all('SELECT value FROM setting WHERE name = ?', NAME);
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), storedSchema), row?.value);
    this.#stored = stored.success ? stored.output : { places: {}, closingExplained: false };
  }

  placeOf(phone: string): Bounds | undefined {
    return this.#stored.places[phone];
  }

  keepPlace(phone: string, { x, y, width, height }: Bounds): void {
    this.#write({ ...this.#stored, places: { ...this.#stored.places, [phone]: { x, y, width, height } } });
  }

  get closingExplained(): boolean {
    return this.#stored.closingExplained;
  }

  explained(): void {
    this.#write({ ...this.#stored, closingExplained: true });
  }

  #write(stored: Stored): void {
    if (JSON.stringify(stored) === JSON.stringify(this.#stored)) return;
    this.#stored = stored;
    this.#kept.write(
      NAME,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      NAME,
      JSON.stringify(stored),
    );
  }
}
