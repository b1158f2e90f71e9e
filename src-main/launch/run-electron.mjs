import { once } from 'node:events';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromiumLog, logFolder, sortLine } from './chromium-log.mjs';
import { explainEnd } from './explain-end.mjs';
import { spawnOwnChild } from './own-child.mjs';
import { CannotContinue, say } from './say.mjs';

/** @type {readonly NodeJS.Signals[]} */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Lines at the end of what it has written, which may say why it ended. */
const LAST_WORDS = 40;
const LAST_WORDS_TIMEOUT_MS = 500;

/**
 * Runs the app until it quits.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {string} root the project folder
 * @param {readonly string[]} appArguments
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export async function runElectron(electron, root, appArguments, environment) {
  if (isRoot()) say('running as root, where Chromium has no sandbox (--no-sandbox)');
  const child = startElectron(electron, root, appArguments, environment);
  const lastWords = sortWords(child, chromiumLog(logFolder(appArguments, environment)));
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  /** @type {number} */
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      if (signal !== null && child.pid !== undefined) endRestOfGroup(child.pid);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  await wordsRead(child);
  const explained = explainEnd(status, lastWords, electron.executable, environment);
  if (explained !== null) throw new CannotContinue(explained);
  return status;
}

/**
 * Until all that it wrote is read. A browser that it has opened may hold the pipe for longer, and says nothing to us.
 * @param {import('node:child_process').ChildProcess} child
 */
async function wordsRead(child) {
  const { stderr } = child;
  if (stderr === null || stderr.closed) return;
  await Promise.race([once(stderr, 'close'), pause(LAST_WORDS_TIMEOUT_MS)]);
  stderr.destroy();
}

/**
 * Starts the app.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {string} root the project folder
 * @param {readonly string[]} appArguments
 * @param {NodeJS.ProcessEnv} environment
 * @param {import('node:child_process').StdioOptions} stdio where its words go; else what it says on stderr comes to us
 */
export function startElectron(electron, root, appArguments, environment, stdio = ['inherit', 'inherit', 'pipe']) {
  const switches = isRoot() ? ['--no-sandbox'] : [];
  // Set in the terminals of editors that are Electron apps themselves: it would make this one a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = environment;
  return spawnOwnChild(electron.executable, [...switches, root, ...appArguments], { stdio, env });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(line: string) => void} keep
 * @returns {readonly string[]} its last lines, of every kind, at any time
 */
function sortWords(child, keep) {
  /** @type {string[]} */
  const lastWords = [];
  if (child.stderr === null) return lastWords;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (lastWords.push(line) > LAST_WORDS) lastWords.shift();
    const place = sortLine(line);
    if (place === 'show') process.stderr.write(`${line}\n`);
    else if (place === 'keep') keep(line);
  });
  return lastWords;
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
