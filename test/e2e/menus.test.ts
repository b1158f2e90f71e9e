import { afterEach, expect, test } from 'vitest';
import { Cluster, dial } from './cluster-stories.ts';

let running: Cluster | undefined;
afterEach(async () => {
  await running?.app.close();
  running = undefined;
});

async function start(userDataDirectory?: string): Promise<Cluster> {
  running = await Cluster.start(userDataDirectory === undefined ? {} : { userDataDirectory });
  return running;
}

/** The power is gone at once: what has not been written by then is lost. */
async function restart({ app }: Cluster): Promise<Cluster> {
  running = undefined;
  await app.kill();
  return start(app.userDataDirectory);
}

/** The ring that is marked as the chosen one. */
const chosenRing = (display: string): string | undefined => /\d ([^*\d]*) \*/.exec(display)?.[1];

test('a missed call is counted, survives a restart, is dialled from its list, and waited for from it', async () => {
  const first = await start();
  await dial(first.bob, '1001');
  await first.alice.expectDisplay('From Bob (1002)');
  await first.bob.press('EndCall');
  await first.alice.expectDisplay('1 New Missed Call');

  const { alice, bob } = await restart(first);
  await alice.expectDisplay('1 New Missed Call');
  await alice.press('Directories');
  await alice.expectDisplay('Missed Calls');
  await alice.press('1');
  await alice.expectDisplay(/Bob \d\d:\d\d/);
  await alice.press('Dial');
  await bob.expectDisplay('From Alice (1001)');
  await alice.press('EndCall');
  await alice.expectDisplay(/Bob \d\d:\d\d/);

  await alice.press('more');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await alice.press('Exit');
  await bob.press('Speaker');
  await bob.press('Speaker');
  await alice.expectDisplay('1002 has become available');
  await alice.press('Dial');
  await bob.expectDisplay('From Alice (1001)');
});

test('people are added by multi-tap and by keyboard, searched for, dialled, and there after a restart; so are ring and contrast', async () => {
  const first = await start();
  await first.alice.press('Directories');
  await first.alice.press('4');
  await first.alice.press('New');
  await first.alice.press('ABC');
  for (const key of ['2', '2', '#', '6', '6', '6', '#', '2', '2']) await first.alice.press(key);
  await first.alice.strike('ArrowDown');
  await first.alice.type('1002');
  await first.alice.press('Save');
  await first.alice.expectDisplay('Entry saved');
  await first.alice.press('more');
  await first.alice.press('New');
  await first.alice.type('Carol 2');
  await first.alice.strike('ArrowDown');
  await first.alice.type('1003');
  await first.alice.strike('Enter');
  await first.alice.expectDisplay(/BOB.*Carol 2/);

  await first.alice.press('Settings');
  await first.alice.press('1');
  await first.alice.press('Up');
  await first.alice.expectDisplay('6 / 10');
  await first.alice.press('Save');
  await first.alice.press('2');
  await first.alice.expectDisplay('Ring Type');
  await first.alice.press('2');
  await first.alice.expectDisplay(/Setting saved/);
  const rings = await first.alice.displayText();

  const { alice, carol } = await restart(first);
  await alice.press('Settings');
  await alice.expectDisplay('Contrast 6');
  await alice.press('2');
  expect(chosenRing(await alice.displayText())).toBe(chosenRing(rings));
  expect(chosenRing(rings)).toMatch(/\w/);
  await alice.press('Directories');
  await alice.press('4');
  await alice.type('aro');
  await alice.strike('Enter');
  await alice.expectDisplay('Carol 2');
  expect(await alice.displayText()).not.toContain('BOB');
  await alice.press('Dial');
  await carol.expectDisplay('From Alice (1001)');
});
