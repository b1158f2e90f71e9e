import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { NOTHING_REMEMBERED, type PhoneMemory } from '../../../src-main/contract/phone-memory';
import { openDatabase } from '../../../src-main/store/open-database';
import { PhoneMemoryTable } from '../../../src-main/store/phone-memory-table';

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

function saveAll(): void {
  const { calls, people, settings } = REMEMBERED;
  table().save(PHONE, { part: 'calls', value: calls });
  table().save(PHONE, { part: 'people', value: people });
  table().save(PHONE, { part: 'settings', value: settings });
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

test('a database that takes no more writes is reported, and the phone goes on', () => {
  database.exec('PRAGMA query_only = ON');
  saveAll();
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatch(/^the calls of SEP000000001001 cannot be kept: .+/);
});
