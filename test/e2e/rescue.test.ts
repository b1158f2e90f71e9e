import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStory } from '../../src-main/app/recording/read-story.ts';
import { playStory } from '../replay/play-story.ts';
import { launchApp } from '../support/electron-app.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { Cluster, chooseMenuItem, dial, IDLE, talk } from './cluster-stories.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'callback-phone-rescue-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));

test('the database is damaged: the app says so and ends; or its backup takes the place, with the phones that were added', async () => {
  const first = await launchApp({ userDataDirectory: profile });
  await (await first.phone('1003')).expectDisplay(IDLE, 30_000);
  await chooseMenuItem(first, 'Phones', 'Add Phone');
  await (await first.phone('1004')).expectDisplay(IDLE, 30_000);
  await first.close();
  // The backup is made at a good start.
  const second = await launchApp({ userDataDirectory: profile });
  await (await second.phone('1004')).expectDisplay(IDLE, 30_000);
  await second.close();
  writeFileSync(join(profile, 'callmanager.db'), 'a letter to my grandmother, and no database');

  const gaveUp = UndrivenApp.start(`--user-data-dir=${profile}`, '.', '--demo', '--rescue-database', 'quit');
  expect(await gaveUp.exitCode()).toBe(1);
  expect(gaveUp.output).toMatch(
    /ALARM Shell DatabaseUnusable: The database \S+callmanager\.db cannot be used: file is not/,
  );

  const rescued = await launchApp({ userDataDirectory: profile, arguments: ['--demo', '--rescue-database', 'backup'] });
  await (await rescued.phone('1004')).expectDisplay(IDLE, 30_000);
  await rescued.close();
  expect(readFileSync(join(profile, 'logs', 'callback-phone.log'), 'utf8')).toMatch(
    /ALARM Shell DatabaseReplaced: \S+callmanager\.db: file is not a database\. It is kept as/,
  );
  expect(readdirSync(profile).filter((name) => name.startsWith('callmanager.db.unusable-'))).toHaveLength(1);
});

test('--record writes a story down that can be seen again', async () => {
  const file = join(profile, 'story.jsonl');
  const { app, alice, bob, carol } = await Cluster.start({
    arguments: ['--demo', '--record', file],
    userDataDirectory: profile,
  });
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await bob.press('EndCall');
  await alice.expectDisplay('1002 has become available');
  await app.close();
  const story = readStory(readFileSync(file, 'utf8'));
  if (!story.ok) throw new Error(story.error);
  const played = await playStory(story.value);
  expect(played.flatMap((line) => /showScreen \S+ (\w+)|(alert)/.exec(line)?.slice(1).filter(Boolean) ?? [])).toEqual([
    'activated',
    'available',
    'alert',
  ]);
});
