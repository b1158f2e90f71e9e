import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { launchApp } from '../support/electron-app.ts';
import { SmallDisk } from '../support/small-disk.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, dial, IDLE, talk } from './cluster-stories.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('The stories of a full disk are skipped: only root may mount a small one.');

describe.skipIf(!isRoot)('the disk is full', () => {
  let disk: SmallDisk;
  let cluster: Cluster;

  beforeAll(async () => {
    disk = new SmallDisk();
    cluster = await Cluster.start({ userDataDirectory: disk.folder, parameters: { idleGuard: 0 } });
  });
  afterAll(async () => {
    await cluster?.app.kill().catch(() => {});
    disk?.remove();
  });

  /** Read as it lies there: to be opened by us it would have to take something. */
  const requests = (): number => {
    const copy = mkdtempSync(join(tmpdir(), 'callback-phone-copy-'));
    for (const part of ['', '-wal'])
      if (existsSync(join(disk.folder, `callmanager.db${part}`)))
        copyFileSync(join(disk.folder, `callmanager.db${part}`), join(copy, `callmanager.db${part}`));
    const database = openDatabase(join(copy, 'callmanager.db'));
    const { length } = database.all('SELECT * FROM call_back');
    database.close();
    rmSync(copy, { recursive: true });
    return length;
  };

  test('the phones say that nothing is stored, and call all the same; no Call Back is said to stand', async () => {
    const { alice, bob, carol } = cluster;
    // Chromium gives back what it had, time and again.
    const filling = setInterval(() => disk.fill(), 50);
    try {
      await talk(carol, bob, '1002');
      await alice.expectDisplay(/Cannot save: calls only|Log not written/);
      await dial(alice, '1002');
      await alice.expectDisplay('Busy');
      await alice.press('CallBack');
      await alice.expectDisplay('Service not available.');
      expect(requests()).toBe(0);
      await alice.press('Exit');
      await alice.expectDisplay('Cannot save: calls only');
    } finally {
      clearInterval(filling);
    }
  });

  test('there is room again: the phones say nothing more of it, and what they had kept in mind is written', async () => {
    const { alice } = cluster;
    disk.makeRoom();
    await alice.expectDisplay(IDLE);
    await waitFor('the log to say what it lacks', () =>
      readFileSync(join(disk.folder, 'logs', 'callback-phone.log'), 'utf8').includes('lines are missing'),
    );
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay('Call Back is activated');
    expect(requests()).toBe(1);
    await cluster.app.kill();
    const again = await launchApp({ userDataDirectory: disk.folder, arguments: ['--demo'] });
    try {
      // Whom she called while nothing could be stored is remembered too.
      const phone = await again.phone('1001');
      await phone.press('Directories');
      await phone.press('3');
      await phone.expectDisplay('1002');
      expect(requests()).toBe(1);
    } finally {
      await again.close({ keepProfile: true });
    }
  });
});
