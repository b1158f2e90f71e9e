import { expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { DEFAULT_PREFERENCES } from '../../../src-main/contract/preferences';
import { KeptWrites } from '../../../src-main/store/kept-writes';
import { openDatabase } from '../../../src-main/store/open-database';
import { PhoneMemoryTable } from '../../../src-main/store/phone-memory-table';
import { PreferenceTable } from '../../../src-main/store/preference-table';
import { WatchedDatabase } from '../../../src-main/store/watched-database';
import { WindowTable } from '../../../src-main/store/window-table';
import { ManualClock } from '../../support/manual-clock';

/** A real database whose disk is full as long as the test says so. */
function fillable() {
  const database = openDatabase(':memory:');
  const disk = { isFull: false, problem: { errcode: 13 } };
  const orRefuse = (write: () => void): void => {
    if (disk.isFull) throw Object.assign(new Error('database or disk is full'), disk.problem);
    write();
  };
  const double: SqlDatabase = {
    ...database,
    run: (sql, ...values) => orRefuse(() => database.run(sql, ...values)),
    transaction: (work) => orRefuse(() => database.transaction(work)),
  };
  return { database, disk, double };
}

function watched() {
  const { database, disk, double } = fillable();
  const clock = new ManualClock();
  const told: (string | null)[] = [];
  const watching: WatchedDatabase = new WatchedDatabase(double, clock, (cause) => {
    told.push(cause);
    if (cause === null) kept.catchUp();
  });
  const kept = new KeptWrites(watching);
  return { database, disk, clock, told, watching, kept };
}

test('what is chosen while the disk is full is in effect, and written once there is room', () => {
  const { database, disk, clock, told, watching, kept } = watched();
  const preferences = new PreferenceTable(watching, kept);
  const windows = new WindowTable(watching, kept);
  disk.isFull = true;
  preferences.change({ closeToTray: false });
  preferences.change({ startHidden: true });
  windows.keepPlace('SEP1', { x: 1, y: 2, width: 3, height: 4 });
  new PhoneMemoryTable(watching, () => {}, kept).save('SEP1', { part: 'people', value: [] });
  expect(preferences.get()).toEqual({ ...DEFAULT_PREFERENCES, closeToTray: false, startHidden: true });
  clock.pass(2000);
  expect([told, new PreferenceTable(database).get()]).toEqual([['its disk is full'], DEFAULT_PREFERENCES]);

  disk.isFull = false;
  clock.pass(2000);
  expect(told).toEqual(['its disk is full', null]);
  expect(new PreferenceTable(database).get()).toEqual(preferences.get());
  expect(new WindowTable(database).placeOf('SEP1')).toEqual({ x: 1, y: 2, width: 3, height: 4 });
  expect(database.all("SELECT part FROM phone_memory WHERE device = 'SEP1'")).toEqual([{ part: 'people' }]);
});

test('a write that succeeds by itself ends the trouble too, and nobody looks any more', () => {
  const { disk, clock, told, watching } = watched();
  const write = (): void => watching.run("INSERT INTO setting (name, value) VALUES ('a', 'b')");
  disk.isFull = true;
  expect(write).toThrow('full');
  disk.isFull = false;
  write();
  expect([told, clock.pending]).toEqual([['its disk is full', null], 0]);
});

test.each([
  [{ errcode: 5 }, 'another program holds it'],
  [{ errcode: 8 }, 'it may only be read'],
  [{ errcode: 778 }, 'its disk takes nothing'],
  [{ errcode: 4874, systemErrno: 28 }, 'its disk is full'],
])('%j is told as "%s"', (problem, cause) => {
  const { disk, told, watching } = watched();
  Object.assign(disk, { isFull: true, problem });
  expect(() => watching.transaction(() => {})).toThrow();
  expect(told).toEqual([cause]);
});

test('a mistake in what is written is no trouble of the disk', () => {
  const { told, watching } = watched();
  expect(() => watching.run('INSERT INTO bookmark VALUES (1)')).toThrow('no such table');
  expect(told).toEqual([]);
});
