/**
 * Start-up to three idle phones, and the memory of all processes, each as a ratio to a bare Electron window in the same run.
 * Run with: npm run bench -- start-up-and-memory   (ELECTRON_OVERRIDE_DIST_PATH and DISPLAY as for the tests)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killAll, processTree, proportionalMemoryMiB } from '../support/processes.ts';
import { BARE } from './bare-window.ts';

const RUNS = 7;
/** After that, what starts has started. */
const SETTLE_MILLISECONDS = 3000;

interface Figures {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

async function measure(app: string, ready: RegExp): Promise<Figures> {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-bench-'));
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
  const switches = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--user-data-dir=${profile}`,
  ];
  const started = performance.now();
  const child = spawn(electron, [...switches, app, '--demo'], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) if (ready.test(line)) break;
  const milliseconds = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
  const processes = processTree(child.pid ?? -1);
  const mebibytes = proportionalMemoryMiB(processes);
  const gone = once(child, 'exit');
  killAll(processes);
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { milliseconds, mebibytes };
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

const bareFolder = mkdtempSync(join(tmpdir(), 'callback-phone-bare-'));
writeFileSync(join(bareFolder, 'package.json'), '{"name":"bare","main":"main.js"}');
writeFileSync(join(bareFolder, 'main.js'), BARE);

const bare: Figures[] = [];
const ours: Figures[] = [];
// By turns, so that whatever else the machine does falls on both.
for (let run = 0; run < RUNS; run++) {
  bare.push(await measure(bareFolder, /^READY$/));
  ours.push(await measure(process.cwd(), /every phone is registered and shown/));
}
rmSync(bareFolder, { recursive: true });

for (const [what, unit] of [
  ['milliseconds', 'ms to be ready'],
  ['mebibytes', 'MiB of proportional set size'],
] as const) {
  const [one, three] = [median(bare.map((figures) => figures[what])), median(ours.map((figures) => figures[what]))];
  console.log(
    `bare window ${one.toFixed(0)}, three phones ${three.toFixed(0)} ${unit}: ratio ${(three / one).toFixed(2)} (medians of ${RUNS})`,
  );
}
console.log(JSON.stringify({ bare, ours }));
