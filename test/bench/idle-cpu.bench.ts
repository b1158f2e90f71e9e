/**
 * What three idle phones cost of one core: while their sound output is still awake, and once it has gone to rest; beside a bare
 * Electron window in the same run. Run with: npm run bench -- idle-cpu   (ELECTRON_OVERRIDE_DIST_PATH and DISPLAY as for the tests)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startPrivateSoundServer } from '../support/private-sound-server.ts';
import { cpuMilliseconds, killAll, processTree } from '../support/processes.ts';
import { BARE } from './bare-window.ts';

/** Milliseconds. The output rests 30 s after the last sound that was loaded or heard. */
const [SETTLE, AWAKE, UNTIL_REST, AT_REST] = [5000, 15_000, 18_000, 30_000];

const sound = await startPrivateSoundServer();

/** Per cent of a core in each of the spans. */
async function measure(app: string, ready: RegExp): Promise<readonly number[]> {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-bench-'));
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...asRoot, '--disable-gpu', `--user-data-dir=${profile}`, app, '--demo'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...sound.environment },
  });
  const lines = createInterface({ input: child.stderr });
  for await (const line of lines) if (ready.test(line)) break;
  await pause(SETTLE);
  const awake = await share(child.pid ?? -1, AWAKE);
  await pause(UNTIL_REST);
  const atRest = await share(child.pid ?? -1, AT_REST);
  const processes = processTree(child.pid ?? -1);
  const gone = once(child, 'exit');
  killAll(processes);
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return [awake, atRest];
}

async function share(pid: number, milliseconds: number): Promise<number> {
  const [before, from] = [cpuMilliseconds(processTree(pid)), performance.now()];
  await pause(milliseconds);
  return (100 * (cpuMilliseconds(processTree(pid)) - before)) / (performance.now() - from);
}

const bareFolder = mkdtempSync(join(tmpdir(), 'callback-phone-bare-'));
writeFileSync(join(bareFolder, 'package.json'), '{"name":"bare","main":"main.js"}');
writeFileSync(join(bareFolder, 'main.js'), BARE);
const bare = await measure(bareFolder, /^READY$/);
const ours = await measure(process.cwd(), /every phone is registered and shown/);
rmSync(bareFolder, { recursive: true });
await sound.stop();

for (const [at, what] of ['sound output awake', 'sound output at rest'].entries())
  console.log(
    `${what}: three phones ${ours[at]?.toFixed(2)} % of a core, a bare window ${bare[at]?.toFixed(2)} % (aim: under 1 %)`,
  );
