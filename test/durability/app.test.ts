import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { Cluster, dial, talk } from '../e2e/cluster-stories.ts';

const CUTS = 20;
/** How long the story takes at most, in milliseconds. */
const STORY = 6000;

/** What the user at 1001 has been told of its request: that it stands, that it is no more; null = neither for sure. */
type Told = 'stands' | 'is no more' | null;

/** 1002 talks, 1001 activates Call Back, is told of its end of the call, and cancels; `tell` is called as each is seen. */
async function story({ alice, bob, carol }: Cluster, tell: (told: Told) => void): Promise<void> {
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  tell(null);
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  tell('stands');
  await pause(1000);
  await bob.press('EndCall');
  await alice.expectDisplay('1002 has become available');
  tell(null);
  await alice.press('Cancel');
  await alice.expectDisplay('Call Back on 1002 is cancelled');
  tell('is no more');
}

/** After the power is back, with nobody on the phone: 1002 is available as soon as its line says so. */
async function check({ alice }: Cluster, told: Told): Promise<void> {
  await alice.press('CallBack');
  if (told === 'is no more') await alice.expectDisplay('Call Back is not active');
  if (told === 'stands') await alice.expectDisplay('1002 has become available', 20_000);
  if (told === null) await alice.expectDisplay(/1002|not active/);
  if ((await alice.displayText()).includes('not active')) return alice.press('Exit');
  await alice.press('Cancel');
  await alice.expectDisplay('is cancelled');
}

/** The compiler does not see that the story has gone on meanwhile. */
const lastOf = (user: { readonly told: Told }): Told => user.told;

test(`${CUTS} power cuts of the whole app: what the user was told is so when it is started again`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-power-'));
  const user: { told: Told } = { told: 'is no more' };
  const seen: Told[] = [];
  try {
    for (let cut = 0; cut <= CUTS; cut++) {
      const cluster = await Cluster.start({ userDataDirectory: profile });
      await check(cluster, user.told);
      if (cut === CUTS) {
        await cluster.app.close();
        break;
      }
      user.told = 'is no more';
      let over = false;
      const acting = story(cluster, (news) => {
        if (!over) user.told = news;
      }).catch((error: unknown) => {
        if (!over) throw error;
      });
      await Promise.race([acting, pause(Math.random() * STORY)]);
      over = true;
      await cluster.app.kill();
      await acting;
      const told = lastOf(user);
      seen.push(told);
      const database = openDatabase(join(profile, 'callmanager.db'));
      const kept = database.all('SELECT * FROM call_back').length;
      database.close();
      if (told !== null) expect(kept, `cut ${cut}: ${told}`).toBe(told === 'stands' ? 1 : 0);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log(`told at the cuts: ${seen.join(', ')}`);
  expect(seen).toContain('stands');
});
