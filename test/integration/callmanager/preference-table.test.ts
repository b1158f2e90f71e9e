import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../src-main/contract/preferences';
import { openDatabase } from '../../../src-main/store/open-database';
import { PreferenceTable } from '../../../src-main/store/preference-table';
import { WindowTable } from '../../../src-main/store/window-table';

test('preferences are kept one by one, told at once, and there again', () => {
  const database = openDatabase(':memory:');
  const table = new PreferenceTable(database);
  expect(table.get()).toEqual(DEFAULT_PREFERENCES);
  const told: boolean[] = [];
  const stop = table.onDidChange(({ startHidden }) => told.push(startHidden));
  table.change({ startHidden: true });
  table.change({ shortcuts: { answer: 'CommandOrControl+Alt+A', hangUp: null, mute: null }, startHidden: undefined });
  stop();
  table.change({ startHidden: false });
  expect(told).toEqual([true, true]);
  expect(new PreferenceTable(database).get()).toEqual({
    ...DEFAULT_PREFERENCES,
    shortcuts: { answer: 'CommandOrControl+Alt+A', hangUp: null, mute: null },
  });
});

test('what is stored and no preference, such as a key that text is typed with, is the default', () => {
  const database = openDatabase(':memory:');
  const store = (value: unknown): void =>
    database.run("INSERT OR REPLACE INTO setting (name, value) VALUES ('preferences', ?)", JSON.stringify(value));
  store({ ringVolume: 0, casing: 'pink', closeToTray: false, shortcuts: { answer: 'A' }, links: {} });
  expect(new PreferenceTable(database).get()).toEqual({ ...DEFAULT_PREFERENCES, closeToTray: false });
  store('nothing');
  expect(new PreferenceTable(database).get()).toEqual(DEFAULT_PREFERENCES);
});

test('places of windows are kept by phone', () => {
  const database = openDatabase(':memory:');
  const table = new WindowTable(database);
  table.keepPlace('SEP1', { x: -5, y: 20, width: 700, height: 500 });
  table.explained();
  const again = new WindowTable(database);
  expect([again.placeOf('SEP1'), again.placeOf('SEP2'), again.closingExplained]).toEqual([
    { x: -5, y: 20, width: 700, height: 500 },
    undefined,
    true,
  ]);
  database.run("UPDATE setting SET value = '{' WHERE name = 'windows'");
  expect(new WindowTable(database).placeOf('SEP1')).toBeUndefined();
});
