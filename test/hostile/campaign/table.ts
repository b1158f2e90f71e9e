import type { Lag } from './lag-meter.ts';

/** One line of the closing table. */
export interface Row {
  readonly name: string;
  readonly tried: number;
  readonly survived: number;
  /** null where it is not measured. */
  readonly lag: Lag | null;
  /** MiB that all processes have asked for. */
  readonly before: number;
  readonly after: number;
}

const HEAD = ['attack', 'tried', 'survived', 'lag p99', 'worst', 'keys', 'MiB before', 'after'] as const;

/** The closing table as text: names to the left, figures to the right. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return lines.map(draw).join('\n');
}

function cells({ name, tried, survived, lag, before, after }: Row): readonly string[] {
  const ms = (value: number | undefined): string => (value === undefined ? '-' : `${Math.round(value)} ms`);
  const figures = [ms(lag?.p99), ms(lag?.worst), ms(lag?.keys)];
  return [name, `${tried}`, `${survived}`, ...figures, before.toFixed(0), after.toFixed(0)];
}
