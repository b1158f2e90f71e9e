import { join } from 'node:path';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { Cluster, dial, talk } from '../../e2e/cluster-stories.ts';
import { SmallDisk } from '../../support/small-disk.ts';
import { UndrivenApp } from '../../support/undriven-app.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';

const READY = /every phone is registered and shown/;

/** What could not be written is not said to stand, and the app runs on, or ends with words. */
export const disks: Attack = {
  name: 'disks: full while it runs, full at the start, read-only',
  isShort: true,
  isUnauthenticated: false,
  isPossible: () => process.getuid?.() === 0,
  run: async (): Promise<Outcome> => {
    const stories = [fullWhileItRuns, fullAtTheStart, readOnly];
    const faults: string[] = [];
    for (const story of stories) {
      const disk = new SmallDisk();
      const fault = await story(disk).catch((error: Error) => `${story.name}: ${error.message}`);
      disk.remove();
      if (fault !== null) faults.push(fault);
    }
    return { tried: stories.length, faults };
  },
};

async function fullWhileItRuns(disk: SmallDisk): Promise<string | null> {
  const shown = await callBackOnFullDisk(disk);
  disk.makeRoom();
  if (!shown.includes('Call Back is activated') || countRequests(disk) === 1) return null;
  return `a request that was not written is said to stand: ${shown}`;
}

/** @returns what the phone shows after CallBack; the app is ended as by a power cut, so that only what was written is there */
async function callBackOnFullDisk(disk: SmallDisk): Promise<string> {
  const { app, alice, bob, carol } = await Cluster.start({
    userDataDirectory: disk.folder,
    parameters: { idleGuard: 0 },
  });
  try {
    disk.fill();
    await talk(carol, bob, '1002');
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay(/^(?!.*Busy)/);
    return await alice.displayText();
  } finally {
    await app.kill();
  }
}

function countRequests(disk: SmallDisk): number {
  const database = openDatabase(join(disk.folder, 'callmanager.db'));
  const { length } = database.all('SELECT * FROM call_back');
  database.close();
  return length;
}

async function fullAtTheStart(disk: SmallDisk): Promise<string | null> {
  disk.fill();
  return startsOrEnds(disk);
}

async function readOnly(disk: SmallDisk): Promise<string | null> {
  disk.makeReadOnly();
  return startsOrEnds(disk);
}

async function startsOrEnds(disk: SmallDisk): Promise<string | null> {
  const app = UndrivenApp.start(`--user-data-dir=${disk.folder}`, '.', '--demo', '--rescue-database', 'quit');
  let code: number | null | undefined;
  void app.exitCode().then((ended) => {
    code = ended;
  });
  try {
    await waitFor('the phones, or words and an end', () => READY.test(app.output) || code !== undefined, {
      timeoutMs: 60_000,
      otherwise: () => app.output.slice(-1500),
    });
    if (code === undefined || (code === 1 && /ALARM|cannot|Cannot/.test(app.output))) return null;
    return `it ended with ${code}: ${app.output.slice(-500)}`;
  } finally {
    await app.end();
  }
}
