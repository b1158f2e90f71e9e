import { afterAll, beforeAll, expect, test } from 'vitest';
import { IDLE, talk } from '../../e2e/cluster-stories.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Form, Outcome } from './attack.ts';
import { type Row, tableOf } from './table.ts';
import { Target } from './target.ts';

/** Milliseconds: nothing that needs no password may hold the main process up for longer. */
const MAX_LAG = 250;
const MAX_GROWTH = 1.1;
/** Milliseconds in which what was held for a connection is given back after its end. */
const SETTLES_IN = 60_000;

/** Every attack is a test, all of them against one running app; the table is printed at the end. */
export function runCampaign(attacks: readonly Attack[], form: Form): void {
  const rows: Row[] = [];
  let target: Target | undefined;
  let atFirst = 0;
  const running = (): Target => {
    if (!target) throw new Error('the app did not start');
    return target;
  };

  beforeAll(async () => {
    target = await Target.start();
    atFirst = await target.settledMemoryMiB();
  });
  afterAll(async () => {
    console.log(`\n${tableOf(rows)}\n`);
    await target?.close();
  });

  for (const attack of attacks) {
    test.skipIf(attack.isPossible?.() === false)(attack.name, async () => {
      const before = await running().memoryMiB();
      const act = (): Promise<Outcome> => attack.run(running(), form);
      const [{ tried, faults }, lag] = attack.isUnauthenticated ? await running().lag.during(act) : [await act(), null];
      const after = await running().memoryMiB();
      rows.push({ name: attack.name, tried, survived: tried - faults.length, lag, before, after });
      // As each comes: the whole takes minutes, and an attack that nobody survives may take the table with it.
      console.log([`${attack.name}: ${tried - faults.length} of ${tried}`, ...faults].join('\n  '));
      expect({ faults, troubles: running().troubles }).toEqual({ faults: [], troubles: [] });
      if (lag) expect(lag.worst, 'milliseconds of lag').toBeLessThanOrEqual(MAX_LAG);
    });
  }

  test('after all of it a call is made as ever, and the memory is given back', async () => {
    const { alice, bob } = running().cluster;
    await talk(alice, bob, '1002');
    await alice.press('EndCall');
    // The Call Back service is there and answers: none of its links was lost.
    await alice.expectDisplay(IDLE);
    await alice.press('CallBack');
    await alice.expectDisplay('Call Back is not active');
    await alice.press('Exit');
    let now = 0;
    const isBack = async (): Promise<boolean> => {
      now = await running().memoryMiB();
      return now <= atFirst * MAX_GROWTH;
    };
    const otherwise = (): string => `${atFirst.toFixed(0)} MiB at first, ${now.toFixed(0)} MiB now`;
    await waitFor('the memory to be given back', isBack, { timeoutMs: SETTLES_IN, everyMs: 1000, otherwise });
    rows.push({ name: 'the whole campaign', tried: 1, survived: 1, lag: null, before: atFirst, after: now });
  });
}
