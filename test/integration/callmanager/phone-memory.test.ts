import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { type MemoryChange, NOTHING_REMEMBERED, type PhoneMemory } from '../../../src-main/contract/phone-memory';
import { KeptWrites } from '../../../src-main/store/kept-writes';
import { openDatabase } from '../../../src-main/store/open-database';
import { PhoneMemoryTable } from '../../../src-main/store/phone-memory-table';
import { WatchedDatabase } from '../../../src-main/store/watched-database';
import { ManualClock } from '../../support/manual-clock';

const PHONE = 'SEP000000001001';

const REMEMBERED: PhoneMemory = {
  calls: {
    records: [
      { direction: 'in', number: '1002', name: 'Bob', line: '1001', startedAt: 1, duration: 0, answered: false },
    ],
    unseen: 1,
  },
  people: [{ name: 'Łukasz', number: '1003' }],
  settings: { ...NOTHING_REMEMBERED.settings, contrast: 8, ringType: 'gong.raw' },
};

let folder = '';
let database: SqlDatabase;
const problems: string[] = [];
const table = (): PhoneMemoryTable => new PhoneMemoryTable(database, (problem) => problems.push(problem));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-memory-'));
  database = openDatabase(join(folder, 'callmanager.db'));
  problems.length = 0;
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const CHANGES: readonly MemoryChange[] = [
  { part: 'calls', value: REMEMBERED.calls },
  { part: 'people', value: REMEMBERED.people },
  { part: 'settings', value: REMEMBERED.settings },
];

function saveAll(): void {
  for (const change of CHANGES) table().save(PHONE, change);
}

test('a phone remembers its calls, its people and its settings in the next start, and no other phone does', () => {
  saveAll();
  database.close();
  database = openDatabase(join(folder, 'callmanager.db'));
  expect([table().load(PHONE), table().load('SEP000000001002')]).toEqual([REMEMBERED, NOTHING_REMEMBERED]);
  table().forget(PHONE);
  expect(table().load(PHONE)).toEqual(NOTHING_REMEMBERED);
});

test('a part that cannot be read is reported and kept, and begins anew; the others are as they were', () => {
  saveAll();
  database.run('UPDATE phone_memory SET value = ? WHERE part = ?', '{"records":[{"number":7}]', 'calls');
  expect(table().load(PHONE)).toEqual({ ...REMEMBERED, calls: NOTHING_REMEMBERED.calls });
  expect(problems).toEqual([expect.stringContaining(`what ${PHONE} remembers of its calls cannot be read`)]);
  table().save(PHONE, { part: 'calls', value: REMEMBERED.calls });
  expect(table().load(PHONE)).toEqual(REMEMBERED);
  expect(database.all("SELECT value FROM phone_memory WHERE part = 'calls/unreadable'")).toEqual([
    { value: '{"records":[{"number":7}]' },
  ]);
});

test('a setting that this version does not know is the usual one, and costs no other', () => {
  database.run(
    'INSERT INTO phone_memory (device, part, value) VALUES (?, ?, ?)',
    PHONE,
    'settings',
    '{"contrast":9,"casing":"pink","later":true}',
  );
  expect(table().load(PHONE).settings).toEqual({ ...NOTHING_REMEMBERED.settings, contrast: 9 });
  expect(problems).toEqual([]);
});

test('a database that takes no more writes is reported, the phone goes on, and all of it is written once it takes them', () => {
  const causes: (string | null)[] = [];
  const watched = new WatchedDatabase(database, new ManualClock(), (cause) => causes.push(cause));
  const kept = new KeptWrites(watched);
  const remembering = new PhoneMemoryTable(watched, (problem) => problems.push(problem), kept);
  database.exec('PRAGMA query_only = ON');
  for (const change of CHANGES) remembering.save(PHONE, change);
  expect([causes, table().load(PHONE)]).toEqual([['it may only be read'], NOTHING_REMEMBERED]);
  database.exec('PRAGMA query_only = OFF');
  kept.catchUp();
  expect([causes, table().load(PHONE)]).toEqual([['it may only be read', null], REMEMBERED]);
});
