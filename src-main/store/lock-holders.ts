import { readFileSync, statSync } from 'node:fs';

/** With what SQLite keeps beside it: one of them is what is locked. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Who holds a file, as far as the system tells: on Linux by /proc/locks (proc(5)), elsewhere not at all.
 *
 * @returns such as "sqlite3 (process 4711)"; empty where nobody is known
 */
export function lockHolders(file: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  const inodes = PARTS.flatMap((part) => statSync(`${file}${part}`, { throwIfNoEntry: false })?.ino ?? []);
  return [...new Set(locksIn(read('/proc/locks')).flatMap((lock) => (inodes.includes(lock.inode) ? [lock.pid] : [])))]
    .filter((pid) => pid !== process.pid && pid > 0)
    .map((pid) => `${read(`/proc/${pid}/comm`).trim() || 'a program'} (process ${pid})`);
}

interface Lock {
  readonly pid: number;
  readonly inode: number;
}

/** Lines such as `1: POSIX  ADVISORY  WRITE 3568 fd:00:2531452 0 EOF`. */
function locksIn(text: string): readonly Lock[] {
  return [...text.matchAll(/^\d+: \w+ +\w+ +\w+ (\d+) [\da-f]+:[\da-f]+:(\d+) /gm)].map(([, pid, inode]) => ({
    pid: Number(pid),
    inode: Number(inode),
  }));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile, or is nobody's to see.
    return '';
  }
}
