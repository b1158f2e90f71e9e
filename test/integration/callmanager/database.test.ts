import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { DeviceTable, MAX_PHONES } from '../../../src-main/callmanager/devices/device-table';
import { type CallBackRequest, NotTheWriter } from '../../../src-main/cef/ports';
import { openDatabase } from '../../../src-main/store/open-database';
import { RequestTable } from '../../../src-main/store/request-table';

let folder = '';
const file = () => join(folder, 'callmanager.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-database-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const request: CallBackRequest = {
  device: 'SEP000000001001',
  calling: '1001',
  called: '1002',
  reason: 'busy',
  activatedAt: 1,
  expiresAt: 2,
  transaction: 3,
  missedAt: null,
  phase: { kind: 'watching', mustLiftFirst: false, refused: false, freeSince: null },
};

test('a new database has the three phones of the demo cluster, and keeps what is added and removed', () => {
  const first = openDatabase(file());
  const devices = new DeviceTable(first);
  devices.add();
  devices.remove('SEP000000001002');
  first.close();
  const again = openDatabase(file());
  expect(new DeviceTable(again).list().map(({ name, number, displayName }) => [name, number, displayName])).toEqual([
    ['SEP000000001001', '1001', 'Alice'],
    ['SEP000000001003', '1003', 'Carol'],
    ['SEP000000001004', '1004', 'Dave'],
  ]);
  again.close();
});

test('a power cut at the first start leaves no phone or all three', () => {
  const first = openDatabase(file());
  let statements = 0;
  const cut: SqlDatabase = {
    ...first,
    run: (sql, ...values) => {
      statements += 1;
      if (statements === 2) throw new Error('the power is gone');
      first.run(sql, ...values);
    },
  };
  expect(() => new DeviceTable(cut)).toThrow('the power is gone');
  first.close();
  const again = openDatabase(file());
  expect(new DeviceTable(again).list()).toHaveLength(3);
  again.close();
});

test('a phone that is added takes the lowest free number, up to as many as there may be', () => {
  const database = openDatabase(':memory:');
  const devices = new DeviceTable(database);
  devices.remove('SEP000000001002');
  expect(devices.add()?.number).toBe('1002');
  while (devices.add());
  expect(devices.list()).toHaveLength(MAX_PHONES);
  expect([devices.findDestination('1016'), devices.findDestination('1017')]).toEqual([
    {
      kind: 'found',
      features: { callWaiting: false, forwardAll: null, forwardBusy: null, forwardNoAnswer: null },
      model: 'Cisco IP Phone 7960',
    },
    { kind: 'notFound' },
  ]);
  database.close();
});

test('requests are there again after a restart; one that cannot be read is reported and left alone', () => {
  const first = openDatabase(file());
  const problems: string[] = [];
  const table = new RequestTable(
    first,
    () => true,
    (problem) => problems.push(problem),
  );
  table.save(request);
  table.save({ ...request, phase: { kind: 'available', since: 5 } });
  table.save({ ...request, device: 'SEP2' });
  table.remove('SEP2', request.called);
  first.run('INSERT INTO call_back VALUES (?, ?, ?)', 'SEP3', '1002', '{"device":');
  first.close();
  const again = openDatabase(file());
  const stored = new RequestTable(
    again,
    () => true,
    (problem) => problems.push(problem),
  );
  expect(stored.load()).toEqual([{ ...request, phase: { kind: 'available', since: 5 } }]);
  expect(problems).toEqual([expect.stringMatching(/^the stored Call Back of SEP3 cannot be read/)]);
  expect(again.all('SELECT device FROM call_back')).toHaveLength(2);
  again.close();
});

test('a file that is no database, and one of a newer app, are refused in words and left as they are', () => {
  writeFileSync(file(), 'this is a letter to my grandmother, and no database');
  expect(() => openDatabase(file())).toThrow(
    /^The database .*callmanager\.db cannot be used: file is not a database\. Move the file away/,
  );
  rmSync(file());
  const newer = openDatabase(file());
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openDatabase(file())).toThrow(/cannot be used: it was written by a newer version of this app \(99\)/);
});

test('of two services on one file the one that took over last writes; the other is refused, and nothing of it is kept', () => {
  const [first, second] = [openDatabase(file()), openDatabase(file())];
  const fail = (problem: string): never => {
    throw new Error(problem);
  };
  const [old, young] = [new RequestTable(first, () => true, fail), new RequestTable(second, () => true, fail)];
  old.takeOver();
  old.together(() => old.save(request));
  young.takeOver();
  expect(young.load()).toEqual([request]);
  expect(() => old.together(() => old.remove(request.device, request.called))).toThrow(NotTheWriter);
  expect(young.load()).toEqual([request]);
  young.together(() => young.remove(request.device, request.called));
  expect([old.load(), young.load()]).toEqual([[], []]);
  old.takeOver();
  old.together(() => old.save(request));
  expect(young.load()).toEqual([request]);
  for (const database of [first, second]) database.close();
});
