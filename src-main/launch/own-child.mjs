import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const setpriv = '/usr/bin/setpriv';

/**
 * Starts a long-running program of ours. It is in a process group of its own, so that Ctrl+C at the terminal reaches
 * this process alone, which decides in which order things end. On Linux the kernel ends it when this process dies,
 * however that happens.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnOwnChild(command, commandArguments, options) {
  const detached = process.platform !== 'win32';
  if (process.platform === 'linux' && existsSync(setpriv)) {
    // setpriv becomes the command: the process id is the command's own.
    return spawn(setpriv, ['--pdeathsig', 'TERM', '--', command, ...commandArguments], { ...options, detached });
  }
  return spawn(command, [...commandArguments], { ...options, detached });
}

/**
 * Ends a program of ours and waits until it has ended; by force if it takes longer than the limit.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} limitMs
 * @returns {Promise<void>}
 */
export function endOwnChild(child, limitMs = 3000) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
