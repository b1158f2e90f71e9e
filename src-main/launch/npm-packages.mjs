import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFits, otherNodeNeeded } from './node-version.mjs';
import { runNpm, wordsOf } from './run-command.mjs';
import { CannotContinue, say } from './say.mjs';

/**
 * Makes node_modules what package-lock.json says.
 * @param {string} root the project folder
 */
export async function installNpmPackages(root) {
  checkNodeVersion(root);
  if (isUpToDate(root)) return;
  say('installing the npm packages of package-lock.json (npm ci)');
  // Errors only: Electron's installer names a newer Node than 20.19, and works on that too.
  const result = await runNpm(['ci', '--include=dev', '--loglevel=error'], { cwd: root });
  if (result.ok) return;
  throw new CannotContinue(
    `npm ci failed, so the packages are not there. Its words:\n${wordsOf(result)}\nPut that right and try again.`,
  );
}

/** @param {string} root */
function checkNodeVersion(root) {
  const range = readJson(join(root, 'package.json')).engines.node;
  const own = process.versions.node;
  if (!nodeFits(own, range)) throw new CannotContinue(otherNodeNeeded(own, range));
}

/**
 * npm writes node_modules/.package-lock.json last, when all is in place, so it is the stamp: no file of ours can
 * disagree with it, and an installation that was cut short has none.
 * @param {string} root
 */
function isUpToDate(root) {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp)) return false;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  const installed = readJson(stamp).packages;
  return wanted.every(([path, entry]) => {
    if (path === '') return true; // the project itself
    const there = installed[path];
    // A package for another platform is optional and stays away.
    if (there === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return there.version === entry.version && there.integrity === entry.integrity && existsSync(join(root, path));
  });
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
