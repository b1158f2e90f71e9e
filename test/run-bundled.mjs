// usage: node test/run-bundled.mjs FILE.ts…   bundles each script and runs it, one after the other, as plain JavaScript:
// Node 20 reads no TypeScript, and a test runner's own instruments would slow the loops of a bench.
// Electron and a display are found, or started, as `npm test` does it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildIfNeeded } from '../src-main/launch/build.mjs';
import { startVirtualDisplay } from '../src-main/launch/display.mjs';
import { obtainElectron } from '../src-main/launch/electron-binary.mjs';
import { bundle } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * @param {readonly string[]} files TypeScript files
 * @returns {Promise<boolean>} true if all of them ended with 0
 */
export async function runBundled(files) {
  await buildIfNeeded(root);
  const { dist } = await obtainElectron(root);
  const display = process.env.DISPLAY ? undefined : await startVirtualDisplay();
  const out = mkdtempSync(join(root, 'node_modules', '.bundled-'));
  try {
    let good = true;
    for (const file of files) {
      console.log(`\n== ${basename(file, '.ts')}`);
      const script = await bundle(root, file, out);
      const environment = { ...process.env, ...display?.environment, ELECTRON_OVERRIDE_DIST_PATH: dist };
      const { status } = spawnSync(process.execPath, [script], {
        cwd: root,
        stdio: 'inherit',
        env: environment,
      });
      good &&= status === 0;
    }
    return good;
  } finally {
    rmSync(out, { recursive: true, force: true });
    await display?.stop();
  }
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  process.exitCode = (await runBundled(process.argv.slice(2))) ? 0 : 1;
}
