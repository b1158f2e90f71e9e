import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../build.mjs';
import { obtainElectron } from '../electron-binary.mjs';
import { installNpmPackages } from '../npm-packages.mjs';
import { CannotContinue, runMain, say } from '../say.mjs';
import { compileCode } from './compiled-code.mjs';
import { writeLicences } from './licences.mjs';
import { releaseNotes } from './release-notes.mjs';

/**
 * `npm run package [-- TARGET...]`: from sources to installers in dist/, those of electron-builder.yml for this system, or the ones
 * that are named. `dir` is the app as a folder, ready to run.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @type {Readonly<Record<string, readonly string[]>>} targets by system, as Node names it */
const targetsOf = { linux: ['dir', 'AppImage', 'deb'], win32: ['dir', 'nsis'], darwin: ['dir', 'dmg'] };

await runMain(async () => {
  const known = targetsOf[process.platform] ?? [];
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((target) => !known.includes(target));
  if (unknown.length > 0) throw new CannotContinue(`usage: npm run package [-- TARGET...]   with: ${known.join(', ')}`);
  await installNpmPackages(root);
  const electron = await obtainElectron(root);
  await buildIfNeeded(root);
  await compileCode(root, electron);
  writeLicences(root, join('out', 'LICENSES.dependencies.txt'));
  // Its own script makes a Debian package where Debian's tools are; elsewhere electron-builder downloads fpm for it.
  if (existsSync('/usr/bin/dpkg-deb')) process.env.CUSTOM_FPM_PATH = fileURLToPath(new URL('fpm.mjs', import.meta.url));

  const { build, Platform } = await import('electron-builder');
  const files = await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.current().createTarget(wanted.length > 0 ? wanted : null),
    config: configurationFor(electron),
  });
  for (const file of files) console.log(file);
  return 0;
});

/** @param {import('../electron-binary.mjs').ElectronBinary} electron */
function configurationFor({ dist, version }) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pinned = manifest.devDependencies.electron;
  const notes = releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), manifest.version);
  if (notes === null) throw new CannotContinue(`CHANGELOG.md does not say what is new in ${manifest.version}`);
  if (version !== pinned) {
    say(`Warning: packaged with Electron ${version} instead of ${pinned}: for trials and tests only, not for users`);
  }
  return { electronDist: dist, electronVersion: version, releaseInfo: { releaseNotes: notes } };
}
