import { readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../../support/processes.ts';

/** Clock ticks a second, on every Linux that there is. */
const TICKS = 100;

/** Seconds of processor time that they have used so far. */
export const processorSeconds = (processes: readonly ProcessIdentity[]): number =>
  processes.reduce((sum, { pid }) => sum + ticksOf(pid), 0) / TICKS;

export interface Memory {
  /** Proportional set size: it falls when another program shares pages with this one, as a second Electron does. */
  readonly proportional: number;
  /** What it has written itself, and nobody else shares. */
  readonly own: number;
}

/** In MiB. */
export function memoryOf(pid: number): Memory {
  const rollup = readOrEmpty(`/proc/${pid}/smaps_rollup`);
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  // What the system has put aside for the moment is in use all the same.
  return { proportional: of('Pss') + of('SwapPss'), own: of('Private_Dirty') + of('SwapPss') };
}

function ticksOf(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended
  }
}
