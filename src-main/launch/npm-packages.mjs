import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  // Errors only: Electron's download helper warns that it prefers a newer Node, and works on this one.
  const result = await runNpm(['ci', '--include=dev', '--loglevel=error'], { cwd: root });
  if (result.ok) return;
  throw new CannotContinue(
    `npm ci failed, so the packages are not there. Its words:\n${wordsOf(result)}\nPut that right and try again.`,
  );
}

/** @param {string} root */
function checkNodeVersion(root) {
  const needed = readJson(join(root, 'package.json')).engines.node;
  const [major = 0, minor = 0] = numbers(needed);
  const [ownMajor = 0, ownMinor = 0] = numbers(process.versions.node);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new CannotContinue(
    `Node ${needed} is needed, this is ${process.versions.node}. Install a newer Node and try again.`,
  );
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

/** @param {string} version */
function numbers(version) {
  return (version.match(/\d+/g) ?? []).map(Number);
}
