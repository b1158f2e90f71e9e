import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { userDataFolder } from '../command-line/user-data-folder.mjs';

/** What Chromium writes for its makers: `[process:day/time:ERROR:file(line)] text`. */
const CHROMIUM_LINE = /^\[\d+:\d+\/[\d.]+:(INFO|WARNING|ERROR|VERBOSE\d*):[^\]]*\]/;
/** What the app writes into its own log as well: see Sdi. */
const LOG_LINE = /^\d{4}-\d\d-\d\dT[\d:.]+Z (TRACE|DETAIL) /;
const MAX_BYTES = 1_000_000;

/**
 * What of the app's standard error is for whoever sits at the terminal. On a healthy start Chromium complains too.
 * @param {string} line
 * @returns {'show' | 'keep' | 'drop'} keep it in the log of Chromium; drop what the app's own log has
 */
export function sortLine(line) {
  if (CHROMIUM_LINE.test(line)) return 'keep';
  return LOG_LINE.test(line) ? 'drop' : 'show';
}

/**
 * The folder of the app's logs, below that of its user data.
 * @param {readonly string[]} appArguments
 * @param {NodeJS.ProcessEnv} env
 */
export function logFolder(appArguments, env) {
  return join(userDataFolder(appArguments, env), 'logs');
}

/**
 * @param {string} folder where it is made when there is something to write
 * @returns {(line: string) => void}
 */
export function chromiumLog(folder) {
  const file = join(folder, 'chromium.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) truncateSync(file);
      appendFileSync(file, `${line}\n`);
    } catch {
      // A full disk is no reason not to telephone.
    }
  };
}
