import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cluster, talk } from '../e2e/cluster-stories.ts';
import { anonymousMemoryMiB } from '../support/processes.ts';
import { waitFor } from '../support/wait-for.ts';

/** CALLS=20 for a short look. */
const CALLS = Number(process.env.CALLS ?? 200);
/** Until then the app fills its caches, and code is compiled: what it weighs after them is what it shall weigh at the end. */
const WARM_UP = Math.ceil(CALLS / 5);
const MAX_GROWTH = 1.1;

/** The prompt line says for a while how the call has ended: nobody need wait for that. */
const WITHOUT_CALL = /^(?!.*(Connected|Ring Out|Busy|From |Enter number))/;

declare global {
  interface Window {
    openPeers: Set<RTCPeerConnection>;
  }
}

let cluster: Cluster;
/** How many timers the app has while nobody has called yet. */
let idleTimers = 0;

beforeAll(async () => {
  cluster = await Cluster.start();
  idleTimers = await timers();
  const lines = await cluster.app.window('Lines');
  await lines.evaluate(() => {
    window.openPeers = new Set();
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.openPeers.add(this);
      }
      override close(): void {
        super.close();
        window.openPeers.delete(this);
      }
    };
  });
});
afterAll(() => cluster?.app.close());

const timers = (): Promise<number> =>
  cluster.app.application.evaluate(() => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);

/** By turns who calls and who hangs up; every tenth is not answered, every tenth meets somebody who talks. */
async function call(round: number): Promise<void> {
  const { alice, bob, carol } = cluster;
  const [caller, called, number] = round % 2 === 0 ? [bob, carol, '1003'] : ([carol, bob, '1002'] as const);
  if (round % 10 === 9) {
    await caller.press('NewCall');
    for (const digit of number) await caller.press(digit);
    await called.expectDisplay(/From/);
    await caller.press('EndCall');
  } else {
    await talk(caller, called, number);
    if (round % 10 === 4) {
      await alice.press('NewCall');
      for (const digit of number) await alice.press(digit);
      await alice.expectDisplay(/Busy|Ring Out/);
      await alice.press('EndCall');
      await alice.expectDisplay(WITHOUT_CALL);
    }
    await (round % 3 === 0 ? called : caller).press('EndCall');
  }
  for (const phone of [caller, called]) await phone.expectDisplay(WITHOUT_CALL);
}

/** What the app holds once nothing happens any more, and what is not needed has been thrown away. */
async function weigh() {
  const { app } = cluster;
  // SIP remembers a call for 32 seconds after it has ended (RFC 3261, timers H, I and J), and its messages with it.
  await waitFor('SIP to forget the last calls', async () => (await timers()) <= idleTimers + 3, {
    timeoutMs: 90_000,
    everyMs: 1000,
  });
  for (const page of app.application.windows()) {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  const lines = await app.window('Lines');
  await waitFor('every peer connection to be closed', () => lines.evaluate(() => window.openPeers.size === 0), {
    timeoutMs: 20_000,
  });
  const handles = await app.application.evaluate(() => {
    // Once is not enough: what finalizers let go of is thrown away by the next.
    const load = process.mainModule?.require.bind(process.mainModule);
    load?.('node:v8').setFlagsFromString('--expose-gc');
    const collect: unknown = load?.('node:vm').runInNewContext('gc');
    if (typeof collect === 'function') for (let time = 0; time < 2; time++) collect();
    const counts: Record<string, number> = {};
    for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  });
  const pages = await app.application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((page) => [page.getOSProcessId(), page.getTitle()] as const),
  );
  const each = app.processes().map((one) => {
    const kind = /--(?:type|utility-sub-type)=(\S+)/g;
    const kinds = [...one.command.matchAll(kind)].map(([, word]) => word).join(' ');
    const titles = pages.filter(([pid]) => pid === one.pid).map(([, title]) => title);
    return [titles.join(', ') || kinds || 'main', Math.round(anonymousMemoryMiB([one]))] as const;
  });
  return { mebibytes: anonymousMemoryMiB(app.processes()), handles, each };
}

test(`${CALLS} calls in a row leave nothing behind`, async () => {
  for (let round = 0; round < WARM_UP; round++) await call(round);
  const before = await weigh();
  for (let round = WARM_UP; round < CALLS; round++) await call(round);
  const after = await weigh();
  console.log(
    `${CALLS} calls: ${before.mebibytes.toFixed(0)} MiB after ${WARM_UP}, ${after.mebibytes.toFixed(0)} MiB at the end; handles ${JSON.stringify(after.handles)}\n  ${JSON.stringify(before.each)}\n  ${JSON.stringify(after.each)}`,
  );
  expect(after.mebibytes / before.mebibytes).toBeLessThan(MAX_GROWTH);
  // Timers come and go by themselves.
  const lasting = ({ Timeout: _timers, Immediate: _soon, ...handles }: Readonly<Record<string, number>>) => handles;
  expect(lasting(after.handles)).toEqual(lasting(before.handles));
  expect(cluster.app.output).not.toMatch(/ALARM/);
}, 1_800_000);
