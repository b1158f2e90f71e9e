import { DatabaseSync } from '@photostructure/sqlite';
import { MIGRATIONS } from './migrations';

/** "CBKP", as `PRAGMA application_id` has it: what kind of file it is says the file itself (SQLite, Database File Format, 1.3.17). */
export const APPLICATION_ID = 0x43_42_4b_50;

type Connection = InstanceType<typeof DatabaseSync>;

/** @returns why it is none of ours, or not whole; null = it is as we have made it. A file without anything in it may become one. */
export function strangeness(database: Connection): string | null {
  const version = numberOf(database, 'user_version');
  const mark = numberOf(database, 'application_id');
  if (mark !== 0 && mark !== APPLICATION_ID) return 'it belongs to another program';
  if (version > MIGRATIONS.length)
    return `it was written by a newer version of this app (${version}), which can still use it`;
  const tables = shapeOf(database);
  if (version <= 0) return tables.size === 0 ? null : 'it belongs to another program';
  for (const [table, columns] of shapeOfVersion(version)) {
    const there = tables.get(table);
    if (!there)
      return mark === 0 && tables.size === 0 ? 'it belongs to another program' : `its table ${table} is missing`;
    const gone = [...columns].find((column) => !there.has(column));
    if (gone) return `the column ${gone} of its table ${table} is missing`;
  }
  return null;
}

type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** The tables of a version, as the migrations make them. */
function shapeOfVersion(version: number): Shape {
  const model = new DatabaseSync(':memory:');
  try {
    model.exec(MIGRATIONS.slice(0, version).join('\n'));
    return shapeOf(model);
  } finally {
    model.close();
  }
}

/** Its tables, and the columns of each. */
function shapeOf(database: Connection): Shape {
  const rows = database
    .prepare(
      "SELECT m.name AS name, c.name AS part FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all() as { name: string; part: string }[];
  const shape = new Map<string, Set<string>>();
  for (const { name, part } of rows) shape.set(name, (shape.get(name) ?? new Set()).add(part));
  return shape;
}

function numberOf(database: Connection, pragma: 'user_version' | 'application_id'): number {
  const row = database.prepare(`PRAGMA ${pragma}`).get() as Readonly<Record<string, number>>;
  return row[pragma] ?? 0;
}
