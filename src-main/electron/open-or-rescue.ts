import type { Rescue } from '../app/options';
import type { SqlDatabase } from '../base/sql-database';
import { beginAnew, nameOfKept, restoreBackup, timeOfBackup } from '../store/backup';
import { DatabaseUnusable } from '../store/database-unusable';
import { lockHolders } from '../store/lock-holders';
import { openDatabase } from '../store/open-database';
import type { Unusable } from './rescue-database';

interface Rescuers {
  /** Milliseconds since the epoch. */
  now(): number;
  ask(about: Unusable): Promise<Rescue>;
  alarm(name: string, text: string): void;
  /**
   * Another program holds the file: whoever waits is told by whom, until the signal says that it is free.
   *
   * @returns once nobody wants to wait any longer
   */
  waitWithWords(file: string, holders: readonly string[], free: AbortSignal): Promise<void>;
  /** Milliseconds. */
  pause(milliseconds: number): Promise<void>;
}

/** Between two looks at a file that somebody holds. */
const LOOK_AGAIN_MS = 1000;

/**
 * Opens the database; where it cannot be used, does with it what the user chooses.
 *
 * @returns null if the user gives up
 * @throws Error if what was chosen does not help: there is no backup, or it is as bad
 */
export async function openOrRescue(file: string, rescuers: Rescuers): Promise<SqlDatabase | null> {
  const { now, ask, alarm } = rescuers;
  try {
    return await openWhenFree(file, rescuers);
  } catch (error) {
    // Another file would do no better where nothing can be written.
    if (!(error instanceof DatabaseUnusable) || error.trouble !== 'damaged') throw error;
    const time = now();
    const rescue = await ask({
      file,
      reason: error.reason,
      backupTime: timeOfBackup(file),
      keptAs: nameOfKept(file, time),
    });
    if (rescue === 'quit') {
      alarm('DatabaseUnusable', error.message);
      return null;
    }
    if (rescue === 'backup' && timeOfBackup(file) === null) throw error;
    const kept = rescue === 'backup' ? restoreBackup(file, time) : beginAnew(file, time);
    const replacement = rescue === 'backup' ? 'its backup' : 'a new one';
    alarm('DatabaseReplaced', `${file}: ${error.reason}. It is kept as ${kept}, and ${replacement} is in its place`);
    return openDatabase(file);
  }
}

async function openWhenFree(file: string, { alarm, waitWithWords, pause }: Rescuers): Promise<SqlDatabase> {
  const free = new AbortController();
  let hasGivenUp = false;
  let isTold = false;
  try {
    for (;;) {
      try {
        return openDatabase(file);
      } catch (error) {
        if (!(error instanceof DatabaseUnusable) || error.trouble !== 'locked' || hasGivenUp) throw error;
      }
      if (!isTold) {
        isTold = true;
        const holders = lockHolders(file);
        alarm('DatabaseLocked', `${file} is held by ${holders.join(', ') || 'another program'}: waiting for it`);
        void waitWithWords(file, holders, free.signal).then(() => {
          hasGivenUp = true;
        });
      }
      await pause(LOOK_AGAIN_MS);
    }
  } finally {
    free.abort();
  }
}
