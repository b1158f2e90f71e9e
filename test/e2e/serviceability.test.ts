import { expect, test } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { chooseMenuItem, dial, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

const cluster = sharedCluster();

test('a second server takes the waiting Call Back over from the first, and tells its phone', async () => {
  const { app, alice, bob, carol } = cluster();
  await chooseMenuItem(app, 'Phones', 'Serviceability…');
  const page = await app.window('CallManager Serviceability');
  const row = async (address: string) =>
    (await page.getByRole('row').filter({ hasText: address }).first().innerText()).split(/\s*\t\s*/).slice(0, 4);
  const becomes = async (address: string, ...cells: readonly string[]) => {
    let shown: readonly string[] = [];
    await waitFor(
      `${address} to be ${cells.join(', ')}`,
      async () => {
        shown = (await row(address)).slice(1, 1 + cells.length);
        return shown.join() === cells.join();
      },
      { otherwise: () => `It was ${shown.join(', ')}` },
    );
  };
  await page.getByRole('button', { name: 'Add a server', exact: true }).click();
  await page.getByRole('rowheader', { name: '127.0.0.2', exact: true }).waitFor();
  await becomes('127.0.0.1', 'active', '0', '0');
  await becomes('127.0.0.2', 'backup 1', '0', '0');

  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002');
  await becomes('127.0.0.1', 'active', '1', '2');
  await page.getByRole('button', { name: 'Deactivate 127.0.0.1', exact: true }).click();
  await becomes('127.0.0.1', 'deactivated', '0', '0');
  await becomes('127.0.0.2', 'active', '1', '2');
  await bob.press('EndCall');
  await alice.expectDisplay('1002 has become available', 20_000);
  await becomes('127.0.0.2', 'active', '1, 1 free to dial', '0');

  await page.getByRole('button', { name: 'Activate 127.0.0.1', exact: true }).click();
  await becomes('127.0.0.1', 'active', '1, 1 free to dial', '0');
  await alice.press('Dial');
  await bob.press('Answer');
  await alice.expectDisplay('Connected');
  await becomes('127.0.0.1', 'active', '0', '0');
  await page.getByRole('button', { name: 'Remove 127.0.0.2', exact: true }).click();
  expect(await page.getByRole('rowheader', { name: /^127/ }).count()).toBeLessThanOrEqual(2);
});
