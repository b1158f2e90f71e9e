import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSoftkeyTemplates } from '../../../src-main/app/phones/read-assets';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { PhoneSoftkeys } from '../../../src-main/callmanager/devices/phone-softkeys';
import { VoiceMailTable } from '../../../src-main/callmanager/devices/voice-mail-table';
import { layoutOf } from '../../../src-main/contract/softkey-layout';
import { openDatabase } from '../../../src-main/store/open-database';
import { makeOldDatabase } from '../../support/old-databases.ts';

const ALICE = 'SEP000000001001';
const standard = readSoftkeyTemplates('assets/softkey-templates');

let folder = '';
let database: SqlDatabase;
let problems: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-softkeys-'));
  database = openDatabase(join(folder, 'callmanager.db'));
  problems = [];
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const softkeysIn = (from: SqlDatabase) =>
  new PhoneSoftkeys(from, { standard, report: (problem) => problems.push(problem) });

function reopen(): SqlDatabase {
  database.close();
  database = openDatabase(join(folder, 'callmanager.db'));
  return database;
}

/** The template's name, and its keys on an idle phone. */
function templateOf(softkeys: PhoneSoftkeys, name: string, from = database) {
  const device = new DeviceTable(from).find(name);
  if (!device) throw new Error(`no phone ${name}`);
  const { name: template, sets } = softkeys.of(device);
  return [template, sets['On Hook']?.includes('CallBack')];
}

test('"Create a copy of the Standard User softkey template and add the CallBack softkey: On Hook, Ring Out": ours is just that', () => {
  const [user, forCallBack] = ['Standard User', 'Standard User for Call Back'].map((name) =>
    standard.find((template) => template.name === name),
  );
  const { CallBack, ...otherKeys } = forCallBack?.keys ?? {};
  expect([CallBack?.event, otherKeys]).toEqual([20, user?.keys]);
  const differing = Object.entries(forCallBack?.sets ?? {}).filter(([, keys]) => keys.includes('CallBack'));
  expect(differing.map(([state]) => state)).toEqual(['On Hook', 'Ring Out']);
  const without = Object.entries(forCallBack?.sets ?? {}).map(([state, keys]) => [
    state,
    keys.filter((key) => key !== 'CallBack'),
  ]);
  expect(Object.fromEntries(without)).toEqual(user?.sets);
});

test('a phone has its own template, or else that of its device pool; who is told has it at once, also after a restart', () => {
  const softkeys = softkeysIn(database);
  const devices = new DeviceTable(database);
  let told = 0;
  softkeys.onDidChange(() => {
    told += 1;
  });
  expect(templateOf(softkeys, ALICE)).toEqual(['Standard User for Call Back', true]);
  const sets = layoutOf(softkeys.templates.get('Standard User for Call Back').sets);
  softkeys.templates.save('Reception', { ...sets, 'On Hook': ['NewCall'] });
  softkeys.pools.save({ name: 'Default', softkeyTemplate: 'Reception', userLocale: 'English_United_States' });
  softkeys.pools.save({ name: 'Office', softkeyTemplate: 'Standard User', userLocale: 'English_United_States' });
  expect([told, templateOf(softkeys, ALICE)]).toEqual([3, ['Reception', false]]);
  devices.change(ALICE, { softkeyTemplate: 'Standard User for Call Back' });
  expect(templateOf(softkeys, ALICE)).toEqual(['Standard User for Call Back', true]);
  devices.change(ALICE, { softkeyTemplate: null, devicePool: 'Office' });
  const again = softkeysIn(reopen());
  expect([templateOf(again, ALICE), templateOf(again, 'SEP000000001002'), problems]).toEqual([
    ['Standard User', false],
    ['Reception', false],
    [],
  ]);
  expect(again.templates.get('Reception').sets).toEqual({
    ...again.templates.get('Standard User').sets,
    ...sets,
    'On Hook': ['NewCall'],
  });
  again.templates.remove('Reception');
  again.pools.remove('Office');
  again.pools.remove('Default');
  expect([templateOf(again, ALICE), again.pools.list().map(({ name }) => name)]).toEqual([
    ['Standard User for Call Back', true],
    ['Default'],
  ]);
});

test.each([
  ['no JSON', '{"On Hook": [', /cannot be read/],
  ['no layout', '{"On Hook": "CallBack"}', /cannot be read/],
  [
    'a softkey of nobody’s',
    JSON.stringify({ ...layoutOf(standard[0]?.sets ?? {}), 'On Hook': ['Teleport'] }),
    /"Teleport", which this phone does not have/,
  ],
])('a template that is %s is reported, and its phones have the default one', (_what, sets, words) => {
  database.run('INSERT INTO softkey_template VALUES (?, ?)', 'Broken', sets);
  database.run("UPDATE device_pool SET softkey_template = 'Broken'");
  const softkeys = softkeysIn(database);
  expect(problems).toEqual([expect.stringMatching(words)]);
  expect(problems[0]).toMatch(/^softkey template "Broken" not used: /);
  expect(templateOf(softkeys, ALICE)).toEqual(['Standard User for Call Back', true]);
  expect(softkeys.templates.list().find(({ template }) => template.name === 'Broken')?.problem).toMatch(words);
});

test('phones of an old database are in the default pool, and go on with the CallBack softkey', () => {
  const file = join(folder, 'old.db');
  makeOldDatabase(file, 2);
  const old = openDatabase(file);
  const devices = new DeviceTable(old).list();
  expect(devices).toMatchObject([{ name: 'SEP1', devicePool: 'Default', softkeyTemplate: null }]);
  expect(templateOf(softkeysIn(old), 'SEP1', old)).toEqual(['Standard User for Call Back', true]);
  old.close();
});

test('voice mail: a pilot number for all, waiting messages for each line, told once, and there after a restart', () => {
  new DeviceTable(database);
  const voiceMail = new VoiceMailTable(database);
  const told: (string | null)[] = [];
  voiceMail.onDidChange((number) => told.push(number));
  voiceMail.setPilot('1500');
  voiceMail.setPilot('1500');
  voiceMail.setMessages('1001', { unheard: 2, heard: 1 });
  voiceMail.setMessages('1001', { unheard: 2, heard: 1 });
  const again = new VoiceMailTable(reopen());
  expect([told, again.pilot, again.messagesOf('1001'), again.messagesOf('1002')]).toEqual([
    [null, '1001'],
    '1500',
    { unheard: 2, heard: 1 },
    { unheard: 0, heard: 0 },
  ]);
  again.setPilot(null);
  expect(again.pilot).toBe(null);
});

test('a phone speaks the language of its device pool, unless it has one of its own', () => {
  const { pools } = softkeysIn(database);
  const devices = new DeviceTable(database);
  const locales = () => [devices.localeOf(ALICE), devices.localeOf('SEP000000001002')];
  pools.save({ name: 'Default', softkeyTemplate: 'Standard User', userLocale: 'German_Germany' });
  devices.change('SEP000000001002', { userLocale: 'French_France' });
  expect(locales()).toEqual(['German_Germany', 'French_France']);
  pools.save({ name: 'Tokyo', softkeyTemplate: 'Standard User', userLocale: 'Japanese_Japan' });
  devices.change(ALICE, { devicePool: 'Tokyo' });
  devices.change('SEP000000001002', { userLocale: '' });
  expect(locales()).toEqual(['Japanese_Japan', 'German_Germany']);
});
