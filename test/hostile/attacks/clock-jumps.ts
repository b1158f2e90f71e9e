import { setTimeout as pause } from 'node:timers/promises';
import { dial, IDLE, talk } from '../../e2e/cluster-stories.ts';
import { cpuMilliseconds } from '../../support/processes.ts';
import { askAgain } from '../campaign/ask-again.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import type { Target } from '../campaign/target.ts';

/** Hours from the right time. */
const JUMPS = [3, -3, 11, -11, 0] as const;
/** Milliseconds for which the app is watched after each. */
const WATCHED = 3000;
/** Of one core: who is idle and does not run in circles is far below. */
const MAX_CPU = 0.5;

/** The computer's clock is put forward and back while a request waits: it goes on to wait, and is told when the line is free. */
export const clockJumps: Attack = {
  name: 'clock jumps, hours forward and back, while a request waits',
  isShort: false,
  isUnauthenticated: false,
  run: async (target): Promise<Outcome> => {
    const { alice, bob, carol } = target.cluster;
    const faults: string[] = [];
    await talk(carol, bob, '1002');
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay('Call Back is activated');
    for (const hours of JUMPS) {
      await jump(target, hours);
      const fault = await watch(target);
      if (fault !== null) faults.push(`${hours} hours: ${fault}`);
    }
    await carol.press('EndCall');
    await alice.expectDisplay('1002 has become available').catch((error: Error) => faults.push(error.message));
    await alice.press('Cancel');
    await alice.expectDisplay(IDLE);
    await bob.expectDisplay(IDLE);
    return { tried: JUMPS.length, faults };
  },
};

/** The time that the main process and all its pages are told, beside that of every timer, which no clock moves. */
async function jump({ cluster: { app } }: Target, hours: number): Promise<void> {
  // As text, since it runs in two kinds of places.
  const shift = `(Date.rightNow ??= Date.now, Date.now = () => Date.rightNow() + ${hours * 3_600_000}, 0)`;
  await askAgain(() => app.application.evaluate(shift));
  for (const page of app.application.windows()) await page.evaluate(shift);
}

async function watch({ cluster: { app, alice, bob } }: Target): Promise<string | null> {
  const main = app.processes().slice(0, 1);
  const before = cpuMilliseconds(main);
  // What is looked for is that nothing happens.
  await pause(WATCHED);
  const share = (cpuMilliseconds(main) - before) / WATCHED;
  if (share > MAX_CPU) return `the main process used ${(share * 100).toFixed(0)} % of a core`;
  const shown = await alice.displayText();
  if (!shown.includes('Call Back is activated')) return `1001 shows ${shown}`;
  const talking = await bob.displayText();
  return talking.includes('Connected') ? null : `1002 shows ${talking}`;
}
