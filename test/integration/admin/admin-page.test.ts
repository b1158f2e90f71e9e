import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src-main/contract/service-parameters';
import { field, go, press, problems, saved } from './admin-page-keys.ts';
import { type OpenAdminPage, ServedAdminPage } from './served-admin-page.ts';

let served: ServedAdminPage;
beforeAll(async () => {
  served = await ServedAdminPage.start();
});
afterAll(() => served.stop());

const list = ({ page }: OpenAdminPage) => page.locator('.item-list').first().innerText();

test('a phone is configured, and CallManager has it at once', async () => {
  const open = await served.open();
  await press(open, /^1002 Bob/);
  await field(open, 'Display name').fill('  Robert ');
  await field(open, 'Description').fill('Room 12');
  await field(open, 'Model').selectOption('Cisco IP Phone 7910');
  await field(open, 'User locale').selectOption('German_Germany');
  await field(open, 'Call waiting').check();
  await field(open, 'Do not disturb').check();
  await field(open, 'Call forward all').fill('1003');
  await field(open, 'Network locale').selectOption({ label: 'United Kingdom' });
  await field(open, 'Call forward busy').fill('1001');
  await field(open, 'Call forward no answer').fill('1003');
  await field(open, 'Ring time').fill('20');
  await press(open, 'Update');
  await saved(open);
  expect(open.devices.find('SEP000000001002')).toMatchObject({
    name: 'SEP000000001002',
    number: '1002',
    model: 'Cisco IP Phone 7910',
    displayName: 'Robert',
    description: 'Room 12',
    userLocale: 'German_Germany',
    networkLocale: 'United_Kingdom',
    features: { callWaiting: true, forwardAll: '1003', forwardBusy: '1001', forwardNoAnswer: '1003' },
    forwardNoAnswerSeconds: 20,
    doNotDisturb: true,
  });
  expect(await list(open)).toContain('forwards all calls to 1003');
  await field(open, 'Call forward all').fill('');
  await press(open, 'Update');
  await expect.poll(() => open.devices.find('SEP000000001002')?.features.forwardAll).toBe(null);
  expect(open.complaints).toEqual([]);
});

test('what is wrong is said at its field, the first one has the focus, and nothing is kept', async () => {
  const open = await served.open();
  open.devices.change('SEP000000001002', { forwardAll: '1001' });
  const before = open.devices.find('SEP000000001001');
  await press(open, /^1001 Alice/);
  await field(open, 'Display name').fill('');
  await field(open, 'Call forward all').fill('1002');
  await field(open, 'Call forward busy').fill('1001');
  await field(open, 'Call forward no answer').fill('a friend');
  await field(open, 'Ring time').fill('61');
  await press(open, 'Update');
  await open.page.getByText('Not done: see the marked fields.').waitFor();
  expect(await problems(open)).toEqual([
    'Type a name. It is shown to those whom this phone calls.',
    'Calls would go round in a circle: 1002 forwards them back. Type another number.',
    'A number cannot forward to itself. Type another one.',
    'Type a number of digits, * and #, or leave the field empty to forward nothing.',
    'Type a whole number of seconds from 4 to 60.',
  ]);
  expect(await open.page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toBe(
    'Display name',
  );
  expect(open.devices.find('SEP000000001001')).toEqual(before);
});

test('a change at the phone is seen on the page, and does not undo what is being typed', async () => {
  const open = await served.open();
  await press(open, /^1002 Bob/);
  await field(open, 'Description').fill('by the window');
  open.devices.change('SEP000000001002', { forwardAll: '1003', doNotDisturb: true });
  await expect.poll(() => field(open, 'Call forward all').inputValue()).toBe('1003');
  expect([await field(open, 'Do not disturb').isChecked(), await field(open, 'Description').inputValue()]).toEqual([
    true,
    'by the window',
  ]);
  await press(open, 'Update');
  await saved(open);
  expect(open.devices.find('SEP000000001002')).toMatchObject({
    description: 'by the window',
    features: { forwardAll: '1003' },
  });
  open.devices.remove('SEP000000001002');
  await open.page.getByText('1002 is not there any more.').waitFor();
});

test('a CTI route point is added, and removed', async () => {
  const open = await served.open();
  await go(open, 'Device', 'CTI Route Point');
  await field(open, 'Directory number').fill('1001');
  await press(open, 'Insert');
  await open.page.getByText('Not done').waitFor();
  expect(await problems(open)).toEqual([
    '1001 is the number of Alice. Type another one.',
    'Type a name. It is shown to those whom this phone calls.',
    'Type the number of a phone: a CTI route point has none of its own.',
  ]);
  await field(open, 'Directory number').fill('1100');
  await field(open, 'Display name').fill('Reception');
  await field(open, 'Call forward all').fill('1002');
  await press(open, 'Insert');
  await saved(open);
  expect([open.devices.find('CTIRP1100'), open.devices.phones().length]).toMatchObject([
    { name: 'CTIRP1100', model: 'CTI route point', displayName: 'Reception', features: { forwardAll: '1002' } },
    3,
  ]);
  await press(open, 'Remove this route point');
  await press(open, 'Remove');
  await open.page.getByText('The CTI route point 1100 is removed.').waitFor();
  expect([open.removed, open.devices.find('CTIRP1100')]).toEqual([['CTIRP1100'], undefined]);
  expect(open.complaints).toEqual([]);
});

test('the service parameters: the chapter’s names and defaults, ranges in words, kept', async () => {
  const open = await served.open();
  await go(open, 'Service', 'Service Parameters');
  expect(await field(open, 'CTI Connecting Port').inputValue()).toBe('2748');
  expect(await field(open, 'Audio File Name').inputValue()).toBe('CallBack.raw');
  await field(open, 'Idle Guard').fill('16');
  await field(open, 'Audio File Name').fill('../CallBack.raw');
  await field(open, 'CTI Connecting Port').fill('many');
  await press(open, 'Update');
  await open.page.getByText('Not done').waitFor();
  expect(await problems(open)).toEqual([
    'Type a whole number from 1 to 65535.',
    'Type a file name of letters, digits, dots, - and _.',
    'Type a whole number of seconds from 0 to 15.',
  ]);
  await field(open, 'Idle Guard').fill('0');
  await field(open, 'Audio File Name').fill('Bell.raw');
  await field(open, 'CTI Connecting Port').fill('2750');
  await field(open, 'Keep Call Back when the phone is reset').uncheck();
  await press(open, 'Update');
  await saved(open);
  expect(open.parameters.get()).toEqual({
    ...DEFAULT_PARAMETERS,
    idleGuard: 0,
    audioFileName: 'Bell.raw',
    ctiConnectingPort: 2750,
    keepOnReset: false,
  });
});

test('what was typed is not lost without a question', async () => {
  const open = await served.open();
  await field(open, 'Description').fill('something');
  await press(open, /^1002 Bob/);
  await press(open, 'Keep editing');
  expect(await field(open, 'Description').inputValue()).toBe('something');
  await go(open, 'Service', 'Service Parameters');
  await press(open, 'Discard');
  await open.page.getByRole('heading', { name: 'Cisco Extended Functions: service parameters' }).waitFor();
});

test('the menus lead everywhere by keyboard, and Escape folds them', async () => {
  const { page, complaints } = await served.open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const item = page.getByRole('button', { name: 'Device Pool', exact: true });
  await item.waitFor();
  await page.keyboard.press('Escape');
  await item.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('System');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Device Pool Default' }).waitFor();
  expect(complaints).toEqual([]);
});

test('every control has a name, and a narrow window needs no sideways scrolling', async () => {
  const open = await served.open({ viewport: { width: 480, height: 700 } });
  await press(open, /^1002 Bob/);
  const { page } = open;
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const nameless = await page
    .locator('input, select')
    .evaluateAll(
      (fields) => fields.filter((one) => (one as HTMLInputElement).labels?.length !== 1 && !one.ariaLabel).length,
    );
  expect(nameless).toBe(0);
});
