import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { DEFAULT_PARAMETERS } from '../../../src-main/contract/service-parameters';
import { openDatabase } from '../../../src-main/store/open-database';
import { ParameterTable } from '../../../src-main/store/parameter-table';
import { makeOldDatabase } from '../../support/old-databases.ts';

let folder = '';
let database: SqlDatabase;
const file = () => join(folder, 'callmanager.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-configuration-'));
  database = openDatabase(file());
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** As after a restart of the app. */
function reopen(): SqlDatabase {
  database.close();
  database = openDatabase(file());
  return database;
}

const BOB = 'SEP000000001002';

test('what is changed of a phone is there at once, is told, and is there after a restart; the rest stays', () => {
  const devices = new DeviceTable(database);
  const before = devices.find(BOB);
  const told: string[] = [];
  const end = devices.onDidChange((name) => told.push(`${name} ${devices.find(name)?.features.forwardAll}`));
  devices.change(BOB, { forwardAll: '1003', forwardNoAnswerSeconds: 20, doNotDisturb: true });
  devices.change(BOB, { forwardAll: null, callWaiting: true });
  devices.change(BOB, {});
  end();
  devices.change(BOB, { description: 'Room 12' });
  const line = {
    number: '1002',
    displayName: 'Bob',
    features: { callWaiting: true, forwardAll: null, forwardBusy: null, forwardNoAnswer: null },
    forwardNoAnswerSeconds: 20,
  };
  const after = { ...before, description: 'Room 12', doNotDisturb: true, lines: [line], ...line };
  expect([told, devices.find(BOB), new DeviceTable(reopen()).find(BOB)]).toEqual([
    [`${BOB} 1003`, `${BOB} null`],
    after,
    after,
  ]);
});

test('phones of a database of before have the usual ring time, and may be disturbed', () => {
  const old = join(folder, 'old.db');
  makeOldDatabase(old, 2);
  const opened = openDatabase(old);
  const phones = new DeviceTable(opened).list();
  opened.close();
  expect(phones).toMatchObject([{ number: '1009', description: '', forwardNoAnswerSeconds: 12, doNotDisturb: false }]);
});

test('a phone has several lines and speed dials; one that two phones have is one line, and is gone with the last of them', () => {
  const devices = new DeviceTable(database);
  const told: string[] = [];
  devices.onDidChange((name) => told.push(name));
  const carol = 'SEP000000001003';
  devices.setButtons(carol, ['1003', '1002', '1013'], [{ number: '1001', label: 'Alice' }]);
  devices.change(BOB, { forwardAll: '1001' });
  const again = new DeviceTable(reopen());
  const lines = again.find(carol)?.lines.map(({ number, features }) => `${number} ${features.forwardAll}`);
  expect([told, lines, again.find(carol)?.speedDials, again.phonesWith('1002').map(({ name }) => name)]).toEqual([
    [carol, BOB, BOB, carol],
    ['1003 null', '1002 1001', '1013 null'],
    [{ number: '1001', label: 'Alice' }],
    [BOB, carol],
  ]);
  again.setButtons(carol, ['1003'], []);
  again.remove(BOB);
  expect([again.findLine('1013'), again.findLine('1002'), again.find(carol)?.lines.length]).toEqual([
    undefined,
    undefined,
    1,
  ]);
  expect(again.add()?.number).toBe('1002');
});

test('a CTI route point is as the phone that it forwards to, or leads nowhere', () => {
  const devices = new DeviceTable(database);
  const point = devices.addRoutePoint('1100', 'Reception');
  const next = devices.addRoutePoint('1101', 'Front door');
  expect([devices.addRoutePoint('1001', 'taken'), devices.findDestination('1100')]).toEqual([
    undefined,
    { kind: 'notAllowed' },
  ]);
  devices.change(point?.name ?? '', { forwardAll: '1002' });
  devices.change(next?.name ?? '', { forwardAll: '1100' });
  devices.change(BOB, { model: 'Cisco IP Phone 7910', forwardBusy: '1003' });
  expect([devices.findDestination('1101'), devices.routePointsTo('1002'), devices.phones().length]).toEqual([
    {
      kind: 'found',
      model: 'Cisco IP Phone 7910',
      features: { callWaiting: false, forwardAll: null, forwardBusy: '1003', forwardNoAnswer: null },
    },
    ['1100', '1101'],
    3,
  ]);
  devices.change(point?.name ?? '', { forwardAll: '1101' });
  expect([devices.findDestination('1101'), devices.routePointsTo('1002')]).toEqual([{ kind: 'notAllowed' }, []]);
  devices.change(point?.name ?? '', { forwardAll: '9999' });
  expect(devices.findDestination('1100')).toEqual({ kind: 'notAllowed' });
});

test('a forward that would come back is known, however long the way', () => {
  const devices = new DeviceTable(database);
  devices.change('SEP000000001003', { forwardAll: '1001' });
  devices.change(BOB, { forwardAll: '1003' });
  expect([
    devices.wouldLoop('1001', '1002'),
    devices.wouldLoop('1001', '1001'),
    devices.wouldLoop('1004', '1002'),
    devices.wouldLoop('1001', '9999'),
  ]).toEqual([true, true, false, false]);
});

test('service parameters are the defaults until they are changed, are told, and outlive a restart', () => {
  const parameters = new ParameterTable(database);
  const told: number[] = [];
  parameters.onDidChange(({ idleGuard }) => told.push(idleGuard));
  expect(parameters.get()).toEqual(DEFAULT_PARAMETERS);
  parameters.change({ ...DEFAULT_PARAMETERS, idleGuard: 7 });
  expect([told, new ParameterTable(reopen()).get()]).toEqual([[7], { ...DEFAULT_PARAMETERS, idleGuard: 7 }]);
  database.run(
    "UPDATE setting SET value = ? WHERE name = 'serviceParameters'",
    '{"idleGuard": 99, "busyDuration": 120}',
  );
  expect(new ParameterTable(database).get()).toEqual({ ...DEFAULT_PARAMETERS, busyDuration: 120 });
  database.run("UPDATE setting SET value = 'a letter' WHERE name = 'serviceParameters'");
  expect(new ParameterTable(database).get()).toEqual(DEFAULT_PARAMETERS);
});
