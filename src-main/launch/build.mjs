import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm, wordsOf } from './run-command.mjs';
import { CannotContinue, say } from './say.mjs';

/** What out/ is made of. */
const sources = ['src-main', 'src-renderer', 'package.json', 'package-lock.json'];
/** This folder starts the app and is no part of it. */
const notBuilt = 'launch';

/**
 * Builds the app if out/ is missing, or was made of other sources than those that are there.
 * @param {string} root the project folder
 */
export async function buildIfNeeded(root) {
  const stamp = stampIn(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)) return;
  say('building the app (npm run build)');
  const result = await buildApp(root);
  if (!result.ok) throw new CannotContinue(`The app could not be built. The words of the build:\n${wordsOf(result)}`);
}

/**
 * @param {string} root
 * @param {import('./run-command.mjs').CommandOptions} [options]
 */
export async function buildApp(root, options = {}) {
  // Taken before the build: what is saved while it runs counts as changed.
  const builtFrom = fingerprint(root);
  const result = await runNpm(['run', '--silent', 'build'], { cwd: root, ...options });
  if (result.ok) {
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(stampIn(root), builtFrom);
  }
  return result;
}

/** @param {string} root */
function stampIn(root) {
  return join(root, 'out', '.built-from');
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const name of sources) describe(join(root, name), (line) => hash.update(line));
  return hash.digest('hex');
}

/**
 * Names every file at or below a path with its size and time of change: a new, changed or missing file shows.
 * @param {string} path
 * @param {(line: string) => void} write
 */
function describe(path, write) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (!status.isDirectory()) write(`${path} ${status.size} ${status.mtimeMs}\n`);
  else for (const name of readdirSync(path).sort()) if (name !== notBuilt) describe(join(path, name), write);
}
