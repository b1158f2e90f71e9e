import { afterEach, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { AdministrationWindow } from './administration.ts';
import { chooseMenuItem, IDLE } from './cluster-stories.ts';

let app: ElectronApp;
afterEach(() => app.close());

test('the phones go to another phone system and come back: the window goes with the cluster, and works as before', async () => {
  app = await launchApp();
  await (await app.phone('1001')).expectDisplay(IDLE, 30_000);
  const { page } = await AdministrationWindow.open(app);
  await chooseMenuItem(app, 'Phones', 'Accounts…');
  const accounts = await app.window('Welcome to Callback Phone');
  await accounts.getByRole('button', { name: /^Connect my phone system/ }).click();
  for (const [label, text] of Object.entries({
    Number: '4711',
    Password: 'a-secret',
    Domain: 'company.test',
    'WebSocket address': 'ws://127.0.0.1:9/ws',
  }))
    await accounts.getByLabel(label, { exact: true }).fill(text);
  await accounts.getByRole('button', { name: 'Save', exact: true }).click();
  await accounts.getByText('Saved.').waitFor();
  await accounts.getByRole('button', { name: 'Use my phone system' }).click();
  await waitFor('the administration to close', () => page.isClosed());
  await app.phone('4711');
  await chooseMenuItem(app, 'Phones', 'Accounts…');
  await (await app.window('Accounts')).getByRole('button', { name: 'Use the demo cluster' }).click();
  await (await app.phone('1002')).expectDisplay(IDLE, 30_000);
  const again = await AdministrationWindow.open(app);
  await again.configure('1002', { doNotDisturb: true });
  await (await app.phone('1002')).expectDisplay('Do Not Disturb is active');
});
