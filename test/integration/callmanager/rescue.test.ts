import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rescue } from '../../../src-main/app/options';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { systemClock } from '../../../src-main/base/system-clock';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { openOrRescue } from '../../../src-main/electron/open-or-rescue';
import type { Unusable } from '../../../src-main/electron/rescue-database';
import { backupOf, keepBackup, keepBackupLater, timeOfBackup } from '../../../src-main/store/backup';
import { DatabaseUnusable } from '../../../src-main/store/database-unusable';
import { openDatabase } from '../../../src-main/store/open-database';

const NOW = Date.UTC(2026, 10, 22, 14, 5, 0);
const KEPT = 'callmanager.db.unusable-2026-11-22T14-05-00';
const PAGE = 4096;

let folder = '';
const file = (): string => join(folder, 'callmanager.db');
const names = (database: SqlDatabase): readonly string[] =>
  new DeviceTable(database).list().map(({ displayName }) => displayName);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-rescue-'));
  const database = openDatabase(file());
  new DeviceTable(database).add();
  keepBackup(database, file());
  // Since the backup was made, a phone was added.
  new DeviceTable(database).add();
  database.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens it as the app does, with that answer of the user's. */
async function open(answer: Rescue) {
  const asked: Unusable[] = [];
  const alarms: string[] = [];
  const database = await openOrRescue(file(), {
    now: () => NOW,
    ask: async (about) => {
      asked.push(about);
      return answer;
    },
    alarm: (name) => alarms.push(name),
  });
  const phones = database && names(database);
  database?.close();
  return { asked: asked.map(({ reason, backupTime }) => [reason, backupTime !== null]), alarms, phones };
}

const overwrite = (at: number, text: string): void => {
  const bytes = readFileSync(file());
  bytes.write(text, at);
  writeFileSync(file(), bytes);
};

const DAMAGES: readonly (readonly [string, () => void, RegExp])[] = [
  ['cut off in the middle', () => truncateSync(file(), PAGE + 100), /malformed|damaged/],
  ['cut off to nothing', () => truncateSync(file(), 0), /^nothing is left in it, or it is not there$/],
  ['gone', () => rmSync(file()), /^nothing is left in it, or it is not there$/],
  ['without a header', () => overwrite(0, 'a letter to my grandmother, and no database'), /^file is not a database$/],
  ['with a page of nonsense', () => overwrite(PAGE * 3, 'nonsense '.repeat(400)), /malformed|damaged/],
  [
    'of a newer app',
    () => {
      const newer = openDatabase(file());
      newer.exec('PRAGMA user_version = 99');
      newer.close();
    },
    /^it was written by a newer version of this app \(99\), which can still use it$/,
  ],
];

test.each(DAMAGES)('%s: it says so, and with Quit leaves everything as it is', async (_name, damage, reason) => {
  damage();
  const before = existsSync(file()) ? readFileSync(file()) : null;
  expect(() => openDatabase(file())).toThrow(DatabaseUnusable);
  expect(await open('quit')).toEqual({
    asked: [[expect.stringMatching(reason), true]],
    alarms: ['DatabaseUnusable'],
    phones: null,
  });
  expect(existsSync(file()) ? readFileSync(file()) : null).toEqual(before);
});

test.each(DAMAGES)('%s: the backup takes its place, and the file is kept', async (_name, damage) => {
  damage();
  const before = existsSync(file()) ? readFileSync(file()) : null;
  expect(await open('backup')).toMatchObject({
    alarms: ['DatabaseReplaced'],
    phones: ['Alice', 'Bob', 'Carol', 'Dave'],
  });
  expect(existsSync(join(folder, KEPT)) ? readFileSync(join(folder, KEPT)) : null).toEqual(before);
  // And the next start asks nothing.
  expect(await open('quit')).toMatchObject({ asked: [], phones: ['Alice', 'Bob', 'Carol', 'Dave'] });
});

test('begun anew: the file is kept, and its backup with it', async () => {
  overwrite(0, 'no database');
  expect(await open('new')).toMatchObject({ phones: ['Alice', 'Bob', 'Carol'] });
  expect(readdirSync(folder).filter((name) => name.startsWith(KEPT))).toEqual(
    expect.arrayContaining([KEPT, `${KEPT}.backup`]),
  );
  expect(timeOfBackup(file())).toBeNull();
});

test('there is no backup: the question does not offer it, and its answer does not help', async () => {
  rmSync(backupOf(file()));
  overwrite(0, 'no database');
  expect(await open('quit')).toMatchObject({ asked: [['file is not a database', false]] });
  await expect(open('backup')).rejects.toThrow(/callmanager\.db cannot be used: file is not a database/);
});

test('the backup is as bad: that is said too, and both are kept', async () => {
  overwrite(0, 'no database');
  writeFileSync(backupOf(file()), 'no backup either');
  await expect(open('backup')).rejects.toThrow(/callmanager\.db cannot be used: file is not a database/);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([KEPT, 'callmanager.db.backup']));
});

test('a journal of the broken database is not left to the one in its place', async () => {
  overwrite(0, 'no database');
  writeFileSync(`${file()}-wal`, 'left over');
  await open('backup');
  expect(readFileSync(join(folder, `${KEPT}-wal`), 'utf8')).toBe('left over');
});

test('a backup that cannot be written is reported, and the one of before stays', () => {
  const database = openDatabase(file());
  const before = readFileSync(backupOf(file()));
  mkdirSync(`${backupOf(file())}.new`);
  writeFileSync(join(`${backupOf(file())}.new`, 'in the way'), '');
  const causes: string[] = [];
  keepBackupLater(database, file(), systemClock, (cause) => causes.push(cause))();
  expect([causes.length, readFileSync(backupOf(file()))]).toEqual([1, before]);
  database.close();
});
