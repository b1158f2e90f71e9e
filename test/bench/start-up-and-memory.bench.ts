/**
 * Start-up to three idle phones, and the memory of all processes, each as a ratio to a bare Electron window in the same run.
 * Run with: npm run bench -- start-up-and-memory   (ELECTRON_OVERRIDE_DIST_PATH and DISPLAY as for the tests)
 */
import { processTree, proportionalMemoryMiB } from '../support/processes.ts';
import { median } from './figures.ts';
import { type StartedApp, startBare, startOurs } from './start-app.ts';

const RUNS = 7;
/** After that, what starts has started. */
const SETTLE_MILLISECONDS = 3000;

interface Figures {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

async function measure(start: () => Promise<StartedApp>): Promise<Figures> {
  const app = await start();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
  const mebibytes = proportionalMemoryMiB(processTree(app.pid));
  await app.end();
  return { milliseconds: app.milliseconds, mebibytes };
}

const bare: Figures[] = [];
const ours: Figures[] = [];
// By turns, so that whatever else the machine does falls on both.
for (let run = 0; run < RUNS; run++) {
  bare.push(await measure(startBare));
  ours.push(await measure(startOurs));
}

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
