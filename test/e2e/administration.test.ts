import { beforeEach, expect, test } from 'vitest';
import { readPhoneDictionary } from '../../src-main/app/phones/read-assets';
import { phrase } from '../../src-main/phone/phrases';
import { AdministrationWindow } from './administration.ts';
import { chooseMenuItem, dial, IDLE, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

const cluster = sharedCluster();

let administration: AdministrationWindow;
beforeEach(async () => {
  administration = await AdministrationWindow.open(cluster().app);
});

const german = readPhoneDictionary('assets/dictionaries', 'German_Germany');

test('a model without the CallBack softkey has none', async () => {
  const { bob } = cluster();
  await administration.configure('1002', { model: 'Cisco IP Phone 7910' });
  expect(await bob.displayText()).not.toContain('CallBack');
  await administration.configure('1002', {});
  await bob.expectDisplay('CallBack');
});

test('another user locale: the phone says everything in its language at once, and so does Call Back', async () => {
  const { bob } = cluster();
  await administration.configure('1002', { userLocale: 'German_Germany' });
  await bob.expectDisplay(phrase(german, 'idle'));
  await bob.press(phrase(german, 'key.CallBack'));
  await bob.expectDisplay(/Rückruf/);
  expect(await bob.displayText()).not.toContain('Call Back is not active');
  await bob.strike('Escape');
  await administration.configure('1002', {});
  await bob.expectDisplay(IDLE);
});

test('another display name is what the next called phone shows; a call that stands goes on', async () => {
  const { app, bob, carol } = cluster();
  await talk(bob, carol, '1003');
  await administration.openPhone('1002');
  await administration.page.getByLabel('Display name', { exact: true }).fill('Robert');
  await administration.page.getByRole('button', { name: 'Update', exact: true }).click();
  await administration.page.getByText('Saved.').waitFor();
  await chooseMenuItem(app, 'Phones', '1002 Robert');
  await bob.expectDisplay('Connected');
  await bob.press('EndCall');
  await carol.expectDisplay(IDLE);
  await dial(bob, '1003');
  await carol.expectDisplay('From Robert (1002)');
});

test('a phone that the menu adds or removes is on the list', async () => {
  const { app } = cluster();
  const { page } = administration;
  await chooseMenuItem(app, 'Phones', 'Add Phone');
  await page.getByRole('button', { name: /^1004 Dave/ }).click();
  await page.getByRole('heading', { name: '1004 Dave' }).waitFor();
  await chooseMenuItem(app, 'Phones', 'Remove Phone', '1004 Dave');
  await page.getByText('1004 is not there any more.').waitFor();
});
