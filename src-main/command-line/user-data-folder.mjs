import { homedir } from 'node:os';
import { join } from 'node:path';

const USER_DATA = '--user-data-dir=';

/**
 * Where the app keeps what it stores, as Electron names it.
 * @param {readonly string[]} words of the command line
 * @param {NodeJS.ProcessEnv} env
 */
export function userDataFolder(words, env) {
  const named = words.find((word) => word.startsWith(USER_DATA))?.slice(USER_DATA.length);
  return named || join(applicationData(env), 'Callback Phone');
}

/** @param {NodeJS.ProcessEnv} env */
function applicationData(env) {
  if (process.platform === 'win32' && env.APPDATA) return env.APPDATA;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_CONFIG_HOME || join(homedir(), '.config');
}
