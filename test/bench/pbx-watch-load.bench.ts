/**
 * 200 lines that are watched by one app on the lab's Kamailio, with 50 state changes a second: is every edge told, in its
 * order, and does memory stay flat? Run with: npm run bench -- pbx-watch-load DURATION=600
 *
 * The one phone of the app has one request at a time, so the Call Back Handler is left out: the built line page runs in a
 * real Electron with the PBX link in its main process, as in the app, and what the link tells is counted. The states are
 * published over UDP with each line's own password, as a phone that publishes its state would do it.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DOMAIN, Lab, passwordOf } from '../interop/lab/index.ts';
import { processTree } from '../support/processes.ts';
import { waitFor } from '../support/wait-for.ts';
import { compare } from './watch-load/edges.ts';
import { ElectronBench } from './watch-load/electron-bench.ts';
import { PublishedLines } from './watch-load/published-lines.ts';
import { Publisher } from './watch-load/publisher.ts';
import { type Sample, sayEdges, sayHeaps, sayMemory } from './watch-load/report.ts';
import { memoryOf, processorSeconds } from './watch-load/usage.ts';

const LINES = 200;
const CHANGES_PER_SECOND = 50;
/** Seconds. */
const DURATION = Number(process.env.DURATION ?? 600);
const SAMPLE_EVERY = 5;
/** Milliseconds after which nothing more is expected. */
const SETTLE = 5000;
/** One on-hook edge of so many is followed by the next ring after 20 ms. */
const AT_ONCE = 20;
const WATCHER = '1001';

const numbers = Array.from({ length: LINES }, (_, index) => String(2001 + index));
const lab = await Lab.start({ media: false, moreNumbers: numbers });
const publisher = await Publisher.open(lab.kamailio.sipPort);
const lines = new PublishedLines(publisher);
for (const number of numbers) await lines.add(number);
const account = { number: WATCHER, password: passwordOf(WATCHER), domain: DOMAIN, server: lab.kamailio.ws };
const app = await ElectronBench.start({ ...account, watched: numbers });
await waitFor('every line to be on hook', () => new Set(app.told.map(({ number }) => number)).size === LINES);
const server = processTree(lab.kamailio.pid ?? -1);
const heaps = [await app.heaps()];
const usedBefore = { app: processorSeconds(app.processes()), server: processorSeconds(server) };
const [watched, started] = [Date.now(), performance.now()];
const secondsNow = (): number => (performance.now() - started) / 1000;

const samples: Sample[] = [];
const inMinute: Promise<number>[] = [];
/** Everybody in turn, but never in the same order. */
const inTurn: string[] = [];
/** Now and then a line that has just been hung up rings again at once. */
let atOnce: string | null = null;
let done = 0;
while (done < DURATION * CHANGES_PER_SECOND) {
  if (secondsNow() >= samples.length * SAMPLE_EVERY) {
    samples.push({ second: secondsNow(), page: memoryOf(app.linePage), main: memoryOf(app.mainProcess) });
    // Nobody waits for it: the changes go on at their pace.
    if (samples.length * SAMPLE_EVERY === 60) inMinute.push(app.heaps().then((both) => heaps.push(both)));
  }
  if (inTurn.length === 0) inTurn.push(...numbers);
  const number: string = atOnce ?? inTurn.splice(randomInt(inTurn.length), 1)[0] ?? '';
  const isOnHook = await lines.change(number);
  atOnce = isOnHook && randomInt(AT_ONCE) === 0 ? number : null;
  done += 1;
  await pause(Math.max(0, (done / CHANGES_PER_SECOND - secondsNow()) * 1000));
}
const seconds = secondsNow();
const usedByApp = processorSeconds(app.processes()) - usedBefore.app;
const usedByServer = processorSeconds(server) - usedBefore.server;
await pause(SETTLE);
await Promise.all(inMinute);
heaps.push(await app.heaps());
await app.close();
publisher.close();
await lab.stop();

console.log(`${done} changes of ${LINES} lines in ${seconds.toFixed(0)} s: ${(done / seconds).toFixed(1)} a second`);
sayEdges(
  numbers.map((number) =>
    compare(
      number,
      lines.edges.get(number) ?? [],
      watched,
      app.told.filter((word) => word.number === number),
    ),
  ),
);
sayMemory(samples, seconds);
sayHeaps(heaps);
const share = (used: number): string => `${((used / seconds) * 100).toFixed(0)} %`;
console.log(`processor: app ${share(usedByApp)}, Kamailio ${share(usedByServer)} of one core`);
