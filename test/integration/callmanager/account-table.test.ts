import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { AccountTable } from '../../../src-main/store/account-table';
import { openDatabase } from '../../../src-main/store/open-database';
import { SettingTable } from '../../../src-main/store/setting-table';
import { ALICE } from '../../support/account-examples.ts';
import { makeOldDatabase } from '../../support/old-databases.ts';

let folder = '';
const file = () => join(folder, 'callmanager.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('accounts are there again after a restart, in their order; one that cannot be read is reported and left alone', () => {
  const first = openDatabase(file());
  const problems: string[] = [];
  const table = new AccountTable(first, (problem) => problems.push(problem));
  const bob = { ...ALICE, id: 'bob', number: '1002' };
  for (const account of [bob, ALICE, { ...ALICE, id: 'carol' }]) table.save(account);
  table.save({ ...bob, displayName: 'Bob' });
  table.remove('carol');
  first.run('INSERT INTO account VALUES (?, ?)', 'dave', JSON.stringify({ ...ALICE, id: 'dave', expires: 'soon' }));
  first.run('INSERT INTO account VALUES (?, ?)', 'erin', JSON.stringify(ALICE));
  first.close();
  const again = openDatabase(file());
  expect(new AccountTable(again, (problem) => problems.push(problem)).load()).toEqual([
    { ...bob, displayName: 'Bob' },
    ALICE,
  ]);
  expect(problems).toEqual([
    expect.stringMatching(/^the stored account dave cannot be read/),
    expect.stringMatching(/^the stored account erin cannot be read/),
  ]);
  expect(again.all('SELECT id FROM account')).toHaveLength(4);
  again.close();
});

test('an account of an older version sends digits with the voice, and has no speed dials', () => {
  const database = openDatabase(file());
  const { digits, speedDials, ...older } = ALICE;
  database.run('INSERT INTO account VALUES (?, ?)', 'alice', JSON.stringify(older));
  expect(new AccountTable(database, () => {}).load()).toEqual([{ ...older, digits, speedDials }]);
  expect([digits, speedDials]).toEqual(['rfc4733', []]);
  database.close();
});

test('what the phones are connected to: nothing at first, then what was chosen; nonsense counts as nothing', () => {
  const first = openDatabase(file());
  expect(new SettingTable(first).system).toBeNull();
  new SettingTable(first).system = 'demo';
  new SettingTable(first).system = 'accounts';
  first.close();
  const again = openDatabase(file());
  expect(new SettingTable(again).system).toBe('accounts');
  again.run("UPDATE setting SET value = 'a tin can'");
  expect(new SettingTable(again).system).toBeNull();
  again.close();
});

test('a database of the version before has its phones still, and room for accounts', () => {
  makeOldDatabase(file(), 1);
  const database = openDatabase(file());
  expect(new DeviceTable(database).list().map(({ displayName }) => displayName)).toEqual(['Old']);
  new AccountTable(database, () => {}).save(ALICE);
  expect(new AccountTable(database, () => {}).load()).toEqual([ALICE]);
  database.close();
});
