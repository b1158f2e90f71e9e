import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { electronLibraries, installDebianPackages, virtualDisplay } from './debian-packages.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { runElectron } from './run-electron.mjs';
import { runMain, say } from './say.mjs';

/** `npm start [-- arguments of the app]`: from a fresh clone to a running app. Each step is silent if all is there. */
const root = fileURLToPath(new URL('../..', import.meta.url));

await runMain(async () => {
  endWithNpm();
  await installNpmPackages(root);
  const withoutDisplay = lacksDisplay();
  await installDebianPackages(withoutDisplay ? [...electronLibraries, ...virtualDisplay] : electronLibraries);
  const electron = await obtainElectron(root);
  await buildIfNeeded(root);
  if (!withoutDisplay) return runElectron(electron, root, process.argv.slice(2), process.env);

  const display = await startVirtualDisplay();
  try {
    say(
      `there is no display: the windows are on the virtual display ${display.name} (XAUTHORITY=${display.environment.XAUTHORITY})`,
    );
    return await runElectron(electron, root, process.argv.slice(2), { ...process.env, ...display.environment });
  } finally {
    await display.stop();
  }
});
