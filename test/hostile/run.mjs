// usage: npm run test:hostile   builds what has changed, and attacks the running app: see test/hostile/campaign.test.ts.
// Electron and a display are found, or started, as `npm test` does it.
import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../../src-main/launch/build.mjs';
import { startVirtualDisplay } from '../../src-main/launch/display.mjs';
import { obtainElectron } from '../../src-main/launch/electron-binary.mjs';
import { endWithNpm } from '../../src-main/launch/end-with-npm.mjs';
import { runNpm } from '../../src-main/launch/run-command.mjs';
import { runMain } from '../../src-main/launch/say.mjs';

const root = resolve(import.meta.dirname, '../..');
const limitMs = 15 * 60_000;

await runMain(async () => {
  endWithNpm();
  await buildIfNeeded(root);
  const { dist } = await obtainElectron(root);
  const display = await startVirtualDisplay();
  try {
    const { WAYLAND_DISPLAY: _, ...environment } = process.env;
    const env = { ...environment, ...display.environment, ELECTRON_OVERRIDE_DIST_PATH: dist };
    const vitest = ['vitest', 'run', '--config', join('test', 'vitest.config.mts'), '--project', 'hostile'];
    const { ok } = await runNpm(['exec', '--', ...vitest], { cwd: root, env, aloud: true, limitMs });
    return ok ? 0 : 1;
  } finally {
    await display.stop();
  }
});
