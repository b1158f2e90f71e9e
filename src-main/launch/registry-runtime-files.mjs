import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packAsar } from './asar.mjs';
import { CannotContinue } from './say.mjs';

/** How the package calls Electron's executable. */
const foreignName = '@wingconsoledesktop';

/**
 * The package holds an archive that holds Electron's folder: one tar feeds the other.
 * @param {string} archive
 * @param {string} folder is made
 */
export async function unpackRuntime(archive, folder) {
  mkdirSync(folder);
  const outer = spawn('tar', ['-xzOf', archive, 'package/release/app.tar.gz'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const options = ['--no-same-owner', '--warning=no-unknown-keyword', '--exclude=./resources/?*'];
  const inner = spawn('tar', ['-xz', '-C', folder, ...options], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ends = Promise.all([once(outer, 'close'), once(inner, 'close')]);
  // A tar that fails says why itself, and closes its end of the pipe; its exit code is what counts.
  await pipeline(outer.stdout, inner.stdin).catch(() => undefined);
  if ((await ends).every(([code]) => code === 0)) return;
  throw new CannotContinue(`Electron could not be unpacked in ${folder}: is the disk full?`);
}

/**
 * Gives the unpacked folder the shape of Electron's own download.
 * @param {string} folder
 * @param {string} version
 */
export function finishRuntime(folder, version) {
  chmodSync(folder, 0o755);
  renameSync(join(folder, foreignName), join(folder, 'electron'));
  const resources = join(folder, 'resources');
  rmSync(resources, { recursive: true, force: true });
  mkdirSync(resources);
  // As default_app.asar, where Electron looks last, so that a packaged app in the same folder comes first.
  const loader = readFileSync(new URL('./default-app.cjs', import.meta.url));
  const packageJson = Buffer.from(JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }));
  const asar = packAsar({ 'package.json': packageJson, 'main.js': loader });
  writeFileSync(join(resources, 'default_app.asar'), asar);
  writeFileSync(join(folder, 'version'), version);
}
