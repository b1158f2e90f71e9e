import { afterAll, beforeAll, expect, test } from 'vitest';
import { layoutOf } from '../../../src-main/contract/softkey-layout';
import { field, go, press, problems, saved, status } from './admin-page-keys.ts';
import { type OpenAdminPage, ServedAdminPage } from './served-admin-page.ts';

let served: ServedAdminPage;
beforeAll(async () => {
  served = await ServedAdminPage.start();
});
afterAll(() => served.stop());

const ALICE = 'SEP000000001001';
const alice = ({ devices }: OpenAdminPage) => {
  const device = devices.find(ALICE);
  if (!device) throw new Error('Alice has no phone');
  return device;
};

test('"Creating a Softkey Template with the CallBack Softkey", "… in Device Pool", "… in Phone Configuration": the chapter’s procedure', async () => {
  const open = await served.open();
  await go(open, 'Device', 'Softkey Template');
  await press(open, /^Standard User comes with the app/);
  await press(open, 'Copy');
  await field(open, 'Softkey Template Name').fill('Reception');
  await press(open, 'Insert');
  await saved(open);
  for (const state of [/^On Hook/, /^Ring Out/]) {
    await press(open, state);
    await field(open, 'Unselected Softkeys').selectOption('CallBack');
    await press(open, 'Move to Selected Softkeys');
    await press(open, 'Update');
    await saved(open);
  }
  await press(open, /^On Hook/);
  await field(open, 'Selected Softkeys').selectOption('4');
  for (let steps = 0; steps < 4; steps++) await press(open, 'Move up');
  await field(open, 'Selected Softkeys').selectOption('4');
  await press(open, 'Move to Unselected Softkeys');
  await press(open, 'Update');
  await saved(open);
  const { sets } = open.softkeys.templates.get('Reception');
  expect([sets['On Hook'], sets['Ring Out']]).toEqual([
    ['CallBack', 'Redial', 'NewCall', 'CFwdALL'],
    ['', 'EndCall', 'CallBack'],
  ]);
  await go(open, 'System', 'Device Pool');
  await field(open, 'Softkey Template').selectOption('Reception');
  await press(open, 'Update');
  await saved(open);
  expect(open.softkeys.of(alice(open)).name).toBe('Reception');
  await go(open, 'Device', 'Phone');
  await field(open, 'Softkey Template').selectOption('Standard User');
  await press(open, 'Update');
  await saved(open);
  expect(open.softkeys.of(alice(open)).name).toBe('Standard User');
  await go(open, 'Device', 'Softkey Template');
  await press(open, 'Reception');
  await press(open, 'Delete');
  await open.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await status(open).filter({ hasText: 'Not deleted: it is used by device pool Default.' }).waitFor();
  open.softkeys.pools.save({ name: 'Default', softkeyTemplate: 'Standard User', userLocale: 'English_United_States' });
  await press(open, 'Delete');
  await open.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await status(open).filter({ hasText: 'The softkey template Reception is removed.' }).waitFor();
  expect([open.softkeys.templates.list().length, open.complaints]).toEqual([2, []]);
});

test('a standard template is read only; two templates cannot have one name; a broken one says so and can be mended', async () => {
  const open = await served.open();
  await go(open, 'Device', 'Softkey Template');
  await press(open, /^Standard User comes with the app/);
  expect([
    await open.page.getByRole('button', { name: 'Update', exact: true }).count(),
    await field(open, 'Selected Softkeys').isDisabled(),
  ]).toEqual([0, true]);
  await press(open, 'Copy');
  await press(open, 'Insert');
  await open.page.getByText('Not done').waitFor();
  expect(await problems(open)).toEqual(['Type a name for the new template.']);
  await field(open, 'Softkey Template Name').fill('standard user');
  await press(open, 'Insert');
  await open.page.getByText('There is a template Standard User already. Type another name.').waitFor();
  const again = await served.open();
  again.database.run("INSERT INTO softkey_template VALUES ('Broken', 'nonsense')");
  again.softkeys.templates.save('Other', layoutOf(again.softkeys.templates.get('Standard User').sets));
  await go(again, 'Device', 'Softkey Template');
  await press(again, /^Broken/);
  expect(await problems(again)).toEqual([
    expect.stringMatching(/^Phones use the default template instead: .*delete it\.$/),
  ]);
  await press(again, 'Update');
  await saved(again);
  expect(again.softkeys.templates.list().map(({ problem }) => problem)).toEqual([null, null, null, null]);
});

test('a phone is given a shared line and a speed dial; what is wrong with a button is said beside it', async () => {
  const open = await served.open();
  open.devices.addRoutePoint('1100', 'Reception');
  const kind = (button: number, chosen: string) => field(open, `Button ${button}`).selectOption(chosen);
  const number = (button: number, typed: string) => field(open, `Button ${button}: number`).fill(typed);
  await kind(2, 'line');
  await number(2, '1100');
  await kind(3, 'line');
  await number(3, '1001');
  await kind(4, 'speedDial');
  await number(4, 'Carol');
  await press(open, 'Update');
  await open.page.getByText('Not done').waitFor();
  expect(await problems(open)).toEqual([
    '1100 is a CTI route point, which no phone can have. Type another number.',
    'The phone has the line 1001 already, on a button above. Type another number.',
    'Type the number that the button dials, of digits, * and #.',
  ]);
  await number(2, '1002');
  await number(3, '1013');
  await number(4, '1003');
  await field(open, 'Button 4: label').fill('Carol');
  await press(open, 'Update');
  await saved(open);
  expect([alice(open).lines.map((line) => line.number), alice(open).speedDials]).toEqual([
    ['1001', '1002', '1013'],
    [{ number: '1003', label: 'Carol' }],
  ]);
  await open.page.getByText('Shared by 1001 Alice, 1002 Bob').waitFor();
  await press(open, 'Configure line 1002');
  await field(open, 'Call forward busy').fill('1003');
  await field(open, 'Call waiting').check();
  await press(open, 'Update');
  await saved(open);
  expect(open.devices.find('SEP000000001002')?.features).toMatchObject({ forwardBusy: '1003', callWaiting: true });
  await press(open, 'Back to phone 1002 Bob');
  await open.page.getByRole('heading', { name: '1002 Bob' }).waitFor();
  expect(open.complaints).toEqual([]);
});

test('voice mail: the pilot number, and messages that wait on a line', async () => {
  const open = await served.open();
  await go(open, 'Feature', 'Voice Mail');
  await field(open, 'Voice mail pilot number').fill('by the door');
  await field(open, '1002: unheard messages').fill('many');
  await press(open, 'Update');
  await open.page.getByText('Not done').waitFor();
  expect(await problems(open)).toEqual([
    'Type a number of digits, * and #, or leave the field empty for no voice mail.',
    'Type whole numbers of messages from 0 to 99.',
  ]);
  await field(open, 'Voice mail pilot number').fill('1500');
  await field(open, '1002: unheard messages').fill('2');
  await press(open, 'Update');
  await saved(open);
  expect([open.voiceMail.pilot, open.voiceMail.messagesOf('1002')]).toEqual(['1500', { unheard: 2, heard: 0 }]);
});

test('device pools of one’s own come and go; the one that phones are in stays', async () => {
  const open = await served.open();
  await go(open, 'System', 'Device Pool');
  await press(open, 'Add a device pool');
  await field(open, 'Device pool name').fill('Office');
  await press(open, 'Insert');
  await saved(open);
  await go(open, 'Device', 'Phone');
  await field(open, 'Device Pool').selectOption('Office');
  await press(open, 'Update');
  await saved(open);
  await go(open, 'System', 'Device Pool');
  await press(open, /^Office/);
  await press(open, 'Delete');
  await open.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await status(open).filter({ hasText: 'Not deleted: it is used by phone 1001.' }).waitFor();
  open.devices.change(ALICE, { devicePool: 'Default' });
  await press(open, 'Delete');
  await open.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await status(open).filter({ hasText: 'The device pool Office is removed.' }).waitFor();
});
