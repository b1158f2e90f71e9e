import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { OneUserServer } from '../support/one-user-server.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { chooseMenuItem } from './cluster-stories.ts';

let server: OneUserServer;
let folder = '';
let app: ElectronApp | null = null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-account-'));
  server = await OneUserServer.start();
});
afterEach(async () => {
  await app?.close();
  app = null;
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function written(account: object): string {
  const file = join(folder, 'account.json');
  writeFileSync(file, JSON.stringify(account), { mode: 0o600 });
  return file;
}

const alice = () => ({
  displayName: 'Alice',
  number: '4711',
  password: 'a-secret',
  domain: 'company.test',
  server: { ws: `ws://127.0.0.1:${server.port}/ws` },
});

test('accepted without asking: the line registers, and the same file again changes the account that is there', async () => {
  const userDataDirectory = join(folder, 'profile');
  const start = (account: object) =>
    launchApp({ userDataDirectory, arguments: ['--account', written(account), '--accept-account'] });
  app = await start(alice());
  await waitFor('the line to register', () => server.registered === 1);
  await app.close();

  app = await start({ ...alice(), displayName: 'Alice B.' });
  await chooseMenuItem(app, 'Phones', 'Accounts…');
  const page = await app.window('Accounts');
  await page.getByRole('heading', { name: '4711 Alice B.' }).waitFor();
  expect(await page.getByRole('button', { name: /^4711/ }).count()).toBe(1);
  expect(app.output + readFileSync(join(userDataDirectory, 'logs', 'callback-phone.log'), 'utf8')).not.toContain(
    'a-secret',
  );
});

test('offered: it stands in the form, and nothing is kept or connected until it is saved', async () => {
  app = await launchApp({ arguments: ['--account', written(alice())] });
  const page = await app.window('Accounts');
  await page.getByText('This account is offered to you.').waitFor();
  const fields = ['Your name', 'Number', 'Password', 'Domain', 'WebSocket address'];
  const shown = await Promise.all(fields.map((name) => page.getByLabel(name, { exact: true }).inputValue()));
  expect(shown).toEqual(['Alice', '4711', 'a-secret', 'company.test', alice().server.ws]);
  expect(server.registered).toBe(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Use my phone system', exact: true }).click();
  await waitFor('the line to register', () => server.registered === 1);
});

test.each([
  [{ number: 4711 }, /--account \S+account\.json: "number" must be text in quotation marks/],
  [{ number: '4711' }, /--account: password: Type the password of this number\. domain: .* server: /],
])('%j is refused with 2, and no phone opens', async (account, words) => {
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const refused = UndrivenApp.start(profile, '.', '--account', written(account), '--accept-account');
  expect(await refused.exitCode()).toBe(2);
  expect(refused.output).toMatch(words);
  expect(refused.output).not.toContain('ready');
});
