import { readdirSync, readFileSync } from 'node:fs';

/** One process. Its start time tells it from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly parent: number;
  readonly startTime: string;
  readonly command: string;
}

/** The process and all its descendants, itself first; nothing if it has ended. Linux only, as all of this file. */
export function processTree(pid: number): readonly ProcessIdentity[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((found) => found !== undefined);
  const tree = all.filter((candidate) => candidate.pid === pid);
  // The list grows while it is walked: each process adds its children.
  for (const member of tree) tree.push(...all.filter((candidate) => candidate.parent === member.pid));
  return tree;
}

/** Those of them that still run. A zombie does not: it only waits for its parent to take note. */
export function stillRunning(processes: readonly ProcessIdentity[]): readonly ProcessIdentity[] {
  return processes.filter(({ pid, startTime }) => readProcess(pid)?.startTime === startTime);
}

/** Ends by force what still runs of processes that the caller started. */
export function killAll(processes: readonly ProcessIdentity[]): void {
  for (const { pid } of stillRunning(processes)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
}

/** Proportional set size: a page that n processes share counts 1/n for each, so that a sum counts it once. */
export function proportionalMemoryMiB(processes: readonly ProcessIdentity[]): number {
  return processes.reduce((sum, { pid }) => sum + kibibytes(pid, 'Pss'), 0) / 1024;
}

/**
 * Of that, what belongs to no file: all that a program has asked for. Unlike the whole, it is the same whoever else runs the same
 * program, so that it shows what grows.
 */
export function anonymousMemoryMiB(processes: readonly ProcessIdentity[]): number {
  return processes.reduce((sum, { pid }) => sum + kibibytes(pid, 'Pss_Anon'), 0) / 1024;
}

function kibibytes(pid: number, field: 'Pss' | 'Pss_Anon'): number {
  const rollup = readOrUndefined(`/proc/${pid}/smaps_rollup`);
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup ?? '')?.[1] ?? 0);
}

/** Ticks of the clock by which Linux counts a process's time: a hundred in a second, on every machine that it runs on. */
const TICK_MILLISECONDS = 10;

/** Milliseconds that they have used of any core, since each began. */
export function cpuMilliseconds(processes: readonly ProcessIdentity[]): number {
  return processes.reduce((sum, { pid }) => {
    const stat = readOrUndefined(`/proc/${pid}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MILLISECONDS;
  }, 0);
}

function readProcess(pid: number): ProcessIdentity | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name, in brackets, may hold blanks and brackets itself: the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  if (state === 'Z' || state === 'X') return undefined;
  const command = (readOrUndefined(`/proc/${pid}/cmdline`) ?? '').split('\0').join(' ').trim();
  return { pid, parent: Number(parent), startTime: fields[19] ?? '', command };
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // the process ended
  }
}
