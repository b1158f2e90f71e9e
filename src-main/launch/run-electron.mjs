import { constants } from 'node:os';
import { spawnOwnChild } from './own-child.mjs';
import { say } from './say.mjs';

/** @type {readonly NodeJS.Signals[]} */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the app until it quits.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {string} root the project folder
 * @param {readonly string[]} appArguments
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function runElectron(electron, root, appArguments, environment) {
  if (isRoot()) say('running as root, where Chromium has no sandbox (--no-sandbox)');
  const child = startElectron(electron, root, appArguments, environment, 'inherit');
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      if (signal !== null && child.pid !== undefined) endRestOfGroup(child.pid);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * Starts the app.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {string} root the project folder
 * @param {readonly string[]} appArguments
 * @param {NodeJS.ProcessEnv} environment
 * @param {'inherit' | 'ignore'} stdio where its words go
 */
export function startElectron(electron, root, appArguments, environment, stdio) {
  const switches = isRoot() ? ['--no-sandbox'] : [];
  // Set in the terminals of editors that are Electron apps themselves: it would make this one a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = environment;
  return spawnOwnChild(electron.executable, [...switches, root, ...appArguments], { stdio, env });
}

function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * A main process that was killed could not end its helpers.
 * @param {number} groupId
 */
function endRestOfGroup(groupId) {
  if (process.platform === 'win32') return;
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch {
    // They ended by themselves.
  }
}
