import type { Rescue } from '../app/options';
import type { SqlDatabase } from '../base/sql-database';
import { beginAnew, nameOfKept, restoreBackup, timeOfBackup } from '../store/backup';
import { DatabaseUnusable } from '../store/database-unusable';
import { openDatabase } from '../store/open-database';
import type { Unusable } from './rescue-database';

interface Rescuers {
  /** Milliseconds since the epoch. */
  now(): number;
  ask(about: Unusable): Promise<Rescue>;
  alarm(name: string, text: string): void;
}

/**
 * Opens the database; where it cannot be used, does with it what the user chooses.
 *
 * @returns null if the user gives up
 * @throws Error if what was chosen does not help: there is no backup, or it is as bad
 */
export async function openOrRescue(file: string, { now, ask, alarm }: Rescuers): Promise<SqlDatabase | null> {
  try {
    return openDatabase(file);
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error;
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
