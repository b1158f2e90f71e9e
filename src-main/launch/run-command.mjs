import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const hasGroups = process.platform !== 'win32';
/** @type {readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [aloud] show the output as it comes, instead of keeping it for an error message
 * @property {number} [limitMs] end the command, and whatever it started, after this time
 */

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok
 * @property {number | null} code
 * @property {string} output what it printed (empty if it ran aloud)
 */

/**
 * Runs one command to its end, with no stdin: nothing here may ask a question that nobody answers. It is in a process
 * group of its own, so that whatever it started can be ended with it.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, commandArguments, options = {}) {
  const { cwd, env = process.env, aloud = false, limitMs } = options;
  return new Promise((resolve) => {
    const stdio = aloud ? 'inherit' : 'pipe';
    const child = spawn(command, [...commandArguments], {
      cwd,
      env,
      detached: hasGroups,
      stdio: ['ignore', stdio, stdio],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const timer = limitMs === undefined ? undefined : setTimeout(() => endGroup(child), limitMs);
    // The terminal's Ctrl+C does not reach another group: this process gets it, and passes it on.
    const endToo = async (/** @type {NodeJS.Signals} */ signal) => {
      await endGroup(child);
      process.exit(128 + constants.signals[signal]);
    };
    for (const signal of endingSignals) process.once(signal, endToo);
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      for (const signal of endingSignals) process.off(signal, endToo);
      resolve({ ok: code === 0, code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(null);
    });
    child.on('close', finish);
  });
}

/**
 * What a failed command said, without the pages of usage that npm adds.
 * @param {CommandResult} result
 */
export function wordsOf(result) {
  const lines = result.output
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== 'npm error');
  const usage = lines.findIndex((line) => /^npm error Usage:/.test(line));
  return (usage < 0 ? lines : lines.slice(0, usage)).slice(-40).join('\n');
}

/**
 * Ends a command and whatever it started, by force what does not end within three seconds.
 * @param {import('node:child_process').ChildProcess} child
 */
async function endGroup(child) {
  const target = hasGroups ? -(child.pid ?? Number.NaN) : (child.pid ?? Number.NaN);
  if (Number.isNaN(target)) return;
  for (let tries = 0; tries < 60; tries += 1) {
    if (!sendSignal(target, tries === 0 ? 'SIGTERM' : 0)) return;
    await pause(50);
  }
  sendSignal(target, 'SIGKILL');
}

/**
 * @param {number} target a process, or minus a process group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was anybody to get it
 */
function sendSignal(target, signal) {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}

/**
 * Runs npm: the one that runs us, if one does, else the one on the path.
 * @param {readonly string[]} npmArguments
 * @param {CommandOptions} [options]
 */
export function runNpm(npmArguments, options = {}) {
  const own = process.env.npm_execpath;
  if (own !== undefined && basename(own) === 'npm-cli.js') {
    return runCommand(process.execPath, [own, ...npmArguments], options);
  }
  // Windows starts npm.cmd through its shell only.
  if (process.platform === 'win32') return runCommand('cmd.exe', ['/d', '/s', '/c', 'npm', ...npmArguments], options);
  return runCommand('npm', npmArguments, options);
}
