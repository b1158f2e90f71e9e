import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say.mjs';

const LOOK_AGAIN_MS = 300;
const MAKING_MS = 2000;

/**
 * Two starts at once would install and build over each other: the second waits until the first has done that.
 * @template Result
 * @param {string} root the project folder
 * @param {() => Promise<Result>} work
 * @param {string} file that says who is at work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(root, work, file = lockOf(root)) {
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 1) say('another start is installing or building here: waiting for it');
    await pause(LOOK_AGAIN_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * Outside the project, which may be read-only, and gone after the next boot.
 * @param {string} root
 */
function lockOf(root) {
  const name = createHash('sha256').update(`${userInfo().username} ${root}`).digest('hex').slice(0, 16);
  return join(tmpdir(), `callback-phone-${name}.lock`);
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    // Where nothing can be written there is nothing to hold: better without than not at all.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return true;
  }
  if (!isHeld(file)) rmSync(file, { force: true });
  return false;
}

/**
 * One that was killed holds nothing.
 * @param {string} file
 */
function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Made a moment ago, and not yet with its number in it.
    if (holder === 0) return Date.now() - statSync(file).mtimeMs < MAKING_MS;
    return process.kill(holder, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
