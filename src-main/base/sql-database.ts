/** The few things of an SQLite connection that the tables need; `node:sqlite` has the same and may replace it. */
export interface SqlDatabase {
  exec(sql: string): void;
  all(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, unknown>>[];
  run(sql: string, ...values: readonly SqlValue[]): void;
  /** All that `work` writes is there when this returns, or none of it. @throws what `work` throws */
  transaction(work: () => void): void;
  close(): void;
}

export type SqlValue = string | number | null;
