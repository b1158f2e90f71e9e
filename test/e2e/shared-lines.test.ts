import { beforeEach, expect, test } from 'vitest';
import { AdministrationWindow } from './administration.ts';
import { dial, IDLE } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

const cluster = sharedCluster();

let administration: AdministrationWindow;
beforeEach(async () => {
  administration = await AdministrationWindow.open(cluster().app);
});

test('a line on two phones: its caller is told when both of them are on hook, and not when one is', async () => {
  const { alice, bob, carol } = cluster();
  const { page } = administration;
  await administration.setParameters({ 'Idle Guard': '0' });
  await administration.openPhone('1003');
  await page.getByLabel('Button 2', { exact: true }).selectOption('line');
  await page.getByLabel('Button 2: number', { exact: true }).fill('1002');
  await administration.update();
  await carol.page.getByRole('button', { name: 'Line 1002', exact: true }).waitFor();
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await carol.expectDisplay('From Alice (1001)');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await carol.expectDisplay(IDLE);
  await bob.press('Speaker');
  await bob.expectDisplay('Enter number');
  await carol.press('Line 1002');
  await carol.expectDisplay('Enter number');
  await bob.press('Speaker');
  await bob.expectDisplay('NewCall');
  expect(await alice.displayText()).not.toContain('has become available');
  await carol.press('Speaker');
  await alice.expectDisplay('1002 has become available');
  await administration.openPhone('1003');
  await page.getByLabel('Button 2', { exact: true }).selectOption('none');
  await administration.update();
  await administration.setParameters({ 'Idle Guard': '3' });
});

test('the device pool has a template without CallBack: the key is gone from its phones at once, and comes back', async () => {
  const { alice } = cluster();
  const { page } = administration;
  await administration.go('Device', 'Softkey Template');
  await page.getByRole('button', { name: /^Standard User comes with the app/ }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByLabel('Softkey Template Name', { exact: true }).fill('Without Call Back');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.getByText(/^Saved\./).waitFor();
  await alice.expectDisplay('CallBack');
  const choose = async (template: string): Promise<void> => {
    await administration.go('System', 'Device Pool');
    await page.getByLabel('Softkey Template', { exact: true }).selectOption(template);
    await administration.update();
  };
  await choose('Without Call Back');
  await alice.expectDisplay(/^((?!CallBack).)*$/);
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  expect(await alice.displayText()).not.toContain('CallBack');
  await alice.press('EndCall');
  await choose('Standard User for Call Back');
  await alice.expectDisplay('CallBack');
});
