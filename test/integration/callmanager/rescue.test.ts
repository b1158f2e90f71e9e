import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
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
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
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

/** By whom the database was held when somebody had to wait. */
const held: (readonly string[])[] = [];

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
    waitWithWords: (_file, holders) => {
      held.push(holders);
      return new Promise(() => {});
    },
    pause: (milliseconds) => delay(milliseconds / 10),
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
  [
    'of another program, which marks its files',
    () => become(`PRAGMA application_id = ${0x12345}; CREATE TABLE bookmark (address TEXT);`),
    /^it belongs to another program$/,
  ],
  [
    'of another program, which does not',
    () => become('CREATE TABLE bookmark (address TEXT); PRAGMA user_version = 3;'),
    /^it belongs to another program$|^its table device is missing$/,
  ],
  ['of another program, without a version', () => become('CREATE TABLE a (b)'), /^it belongs to another program$/],
  ['without one of its tables', () => tamper('DROP TABLE call_back'), /^its table call_back is missing$/],
  [
    'without one of its columns',
    () => tamper('ALTER TABLE line DROP COLUMN call_waiting'),
    /^the column call_waiting of its table line is missing$/,
  ],
  ['with nonsense for its journal', () => writeFileSync(`${file()}-wal`, 'x'.repeat(4096)), /-wal, is damaged$/],
  [
    'with a piece of a journal',
    () => writeFileSync(`${file()}-wal`, Buffer.from([0x37, 0x7f, 6])),
    /-wal, is damaged$/,
  ],
];

/** What another program, or somebody with a tool, has done to it. */
function tamper(sql: string): void {
  const database = new DatabaseSync(file());
  database.exec(sql);
  database.close();
}

function become(sql: string): void {
  rmSync(file());
  tamper(sql);
}

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

test('a database that another program holds is waited for, and who holds it is said', async () => {
  const script = `const { DatabaseSync } = require('@photostructure/sqlite'); const d = new DatabaseSync(process.argv[1]);
    d.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.once('data', () => process.exit());`;
  const holder = spawn(process.execPath, ['-e', script, file()], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  held.length = 0;
  const opened = open('quit');
  await expect.poll(() => held, { timeout: 10_000 }).toEqual([[`node (process ${holder.pid})`]]);
  holder.stdin.write('let go\n');
  expect(await opened).toEqual({
    asked: [],
    alarms: ['DatabaseLocked'],
    phones: ['Alice', 'Bob', 'Carol', 'Dave', 'Erin'],
  });
});

test('a folder in its place is said to be one', () => {
  rmSync(file());
  mkdirSync(file());
  expect(() => openDatabase(file())).toThrow(/cannot be used: it is a folder/);
});

test.runIf(process.getuid?.() === 0)('a full disk: what is there is read, and written to once there is room', () => {
  const disk = mkdtempSync(join(tmpdir(), 'callback-phone-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    const full = join(disk, 'callmanager.db');
    copyFileSync(file(), full);
    const filler = join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(2_000_000))).toThrow('ENOSPC');
    const database = openDatabase(full);
    expect(names(database)).toHaveLength(5);
    expect(() => new DeviceTable(database).add()).toThrow(/full/);
    rmSync(filler);
    new DeviceTable(database).add();
    database.close();
    const again = openDatabase(full);
    expect(names(again)).toHaveLength(6);
    again.close();
    // A new one needs room from the start, and another one in its place would do no better.
    expect(() => writeFileSync(filler, Buffer.alloc(2_000_000))).toThrow('ENOSPC');
    expect(() => openDatabase(join(disk, 'new.db'))).toThrow(/new\.db cannot be used: its disk is full\. Make room/);
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
