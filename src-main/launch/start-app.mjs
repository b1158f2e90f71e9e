import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complaintAbout, HELP } from '../command-line/command-line.mjs';
import { buildIfNeeded } from './build.mjs';
import { electronLibraries, installDebianPackages, virtualDisplay } from './debian-packages.mjs';
import { displaySwitches, lacksDisplay, startVirtualDisplay } from './display.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { runElectron } from './run-electron.mjs';
import { checkSandbox } from './sandbox.mjs';
import { beQuiet, runMain, say, WrongUsage } from './say.mjs';

/** From a fresh clone to a running app. Each step is silent if all is there. */
const root = fileURLToPath(new URL('../..', import.meta.url));

const appArguments = process.argv.slice(2);

await runMain(async () => {
  const complaint = complaintAbout(appArguments);
  if (complaint !== null) throw new WrongUsage(complaint);
  if (appArguments.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  if (appArguments.includes('--version')) {
    const { productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    process.stdout.write(`${productName} ${version}\n`);
    return 0;
  }
  if (appArguments.includes('--quiet')) beQuiet();
  endWithNpm();
  const withoutDisplay = lacksDisplay();
  const electron = await oneAtATime(root, async () => {
    await installNpmPackages(root);
    await installDebianPackages(withoutDisplay ? [...electronLibraries, ...virtualDisplay] : electronLibraries);
    const obtained = await obtainElectron(root);
    await checkSandbox(obtained.executable, appArguments);
    await buildIfNeeded(root);
    return obtained;
  });
  if (!withoutDisplay)
    return runElectron(electron, root, [...displaySwitches(appArguments), ...appArguments], process.env);

  const display = await startVirtualDisplay();
  try {
    say(
      `there is no display: the windows are on the virtual display ${display.name} (XAUTHORITY=${display.environment.XAUTHORITY})`,
    );
    return await runElectron(electron, root, appArguments, { ...process.env, ...display.environment });
  } finally {
    await display.stop();
  }
});
