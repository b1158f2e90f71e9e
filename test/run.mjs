import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../src-main/launch/build.mjs';
import {
  canHaveDebianPackages,
  desktopPackages,
  electronLibraries,
  installDebianPackages,
  labPackages,
  testPackages,
  virtualDisplay,
  waylandPackages,
} from '../src-main/launch/debian-packages.mjs';
import { startVirtualDisplay } from '../src-main/launch/display.mjs';
import { obtainElectron } from '../src-main/launch/electron-binary.mjs';
import { endWithNpm } from '../src-main/launch/end-with-npm.mjs';
import { installNpmPackages } from '../src-main/launch/npm-packages.mjs';
import { runNpm } from '../src-main/launch/run-command.mjs';
import { CannotContinue, runMain } from '../src-main/launch/say.mjs';

/** `npm test [-- --only unit,e2e]`: installs what is missing, then every check in order, up to the first that fails. */
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');
const withoutLab = [
  'interop was skipped: it runs Kamailio, rtpengine, baresip, sipp and twinkle, which are not all installed.',
  'On Debian 12 this installs them, starts none of their services, and runs the stories:',
  '  sudo npm test -- --only build,interop',
].join('\n');
const stepLimitMs = 40 * 60_000;

/**
 * @typedef {object} Step
 * @property {string} name as --only names it
 * @property {string} script of package.json
 * @property {boolean} [counts] it is vitest, and reports how many tests passed
 * @property {boolean} [windows] it opens windows and plays sound
 * @property {boolean} [lab] it runs real SIP servers
 */

/** @type {readonly Step[]} */
const allSteps = [
  { name: 'format', script: 'format' },
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'unit', script: 'test:unit', counts: true },
  { name: 'integration', script: 'test:integration', counts: true, windows: true },
  { name: 'build', script: 'build' },
  { name: 'e2e', script: 'test:e2e', counts: true, windows: true },
  { name: 'hostile', script: 'test:hostile-short', counts: true, windows: true },
  { name: 'packaging', script: 'test:package', counts: true, windows: true },
  { name: 'interop', script: 'test:interop', counts: true, windows: true, lab: true },
];

await runMain(async () => {
  const chosen = chosenSteps(process.argv.slice(2));
  endWithNpm();
  await installNpmPackages(root);
  const hasLab = await canHaveDebianPackages(labPackages);
  const steps = chosen.filter((step) => hasLab || !step.lab);
  if (steps.length < chosen.length) process.once('exit', () => console.log(`\n${withoutLab}`));
  if (!steps.some((step) => step.windows)) return runSteps(steps, process.env);

  const lab = steps.some((step) => step.lab) ? labPackages : [];
  // Without them the stories of tray and notifications, and those of Wayland, say that they are skipped.
  const wanted = steps.some(({ name }) => name === 'e2e') ? [desktopPackages, waylandPackages] : [];
  const had = await Promise.all(wanted.map(canHaveDebianPackages));
  const desktop = wanted.filter((_packages, at) => had[at]).flat();
  await installDebianPackages([...electronLibraries, ...virtualDisplay, ...testPackages, ...lab, ...desktop]);
  const electron = await obtainElectron(root);
  const display = await startVirtualDisplay();
  try {
    const { WAYLAND_DISPLAY: _, ...environment } = process.env;
    const forTests = { ...display.environment, ELECTRON_OVERRIDE_DIST_PATH: electron.dist };
    return await runSteps(steps, { ...environment, ...forTests });
  } finally {
    await display.stop();
  }
});

/** @param {readonly string[]} commandLine */
function chosenSteps(commandLine) {
  if (commandLine.length === 0) return allSteps;
  const [flag, list] = commandLine[0]?.startsWith('--only=') ? commandLine[0].split('=') : commandLine;
  const names = list?.split(',') ?? [];
  const unknown = names.filter((name) => !allSteps.some((step) => step.name === name));
  if (flag === '--only' && names.length > 0 && unknown.length === 0) {
    return allSteps.filter((step) => names.includes(step.name));
  }
  const known = allSteps.map((step) => step.name).join(',');
  throw new CannotContinue(`usage: npm test -- --only NAME[,NAME...]   with names of: ${known}`);
}

/**
 * @param {readonly Step[]} steps
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
async function runSteps(steps, env) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    const startedAt = Date.now();
    const options = { cwd: root, env, aloud: true, limitMs: stepLimitMs };
    const result = step.name === 'build' ? await buildApp(root, options) : await runScript(step, options);
    const counts = step.counts ? readCounts(step) : { passed: 0, failed: 0, skipped: 0 };
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`=== ${step.name}: ${result.ok ? 'ok' : 'FAILED'} in ${seconds} s`);
    if (result.ok) continue;
    // A step that failed without a failed test, such as a lint, counts as one failure.
    if (counts.failed === 0) total.failed += 1;
    break;
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {Step} step
 * @param {import('../src-main/launch/run-command.mjs').CommandOptions} options
 */
function runScript(step, options) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(step)}`];
  return runNpm(['run', '--silent', step.script, ...(step.counts ? ['--', ...reporters] : [])], options);
}

/** @param {Step} step */
function reportOf(step) {
  return join(reports, `${step.name}.json`);
}

/** @param {Step} step */
function readCounts(step) {
  try {
    const report = JSON.parse(readFileSync(reportOf(step), 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
    return { passed, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    // vitest ended before it could report; its exit code tells.
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
