import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { type AccountEntry, fillAccount, IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { DOMAIN, Lab } from './lab/index.ts';

let lab: Lab;
let app: ElectronApp | null = null;
let page: Page;

beforeAll(async () => {
  lab = await Lab.start();
});

afterEach(async () => {
  await app?.close();
  app = null;
});

afterAll(async () => {
  await lab?.stop();
});

async function openForm(): Promise<ElectronApp> {
  app = await launchApp({ arguments: [] });
  page = await app.window('Welcome to Callback Phone');
  await page.getByRole('button', { name: /^Connect my phone system/ }).click();
  return app;
}

/** Every step of the connection test once it is over, as "Register the number: good". */
async function steps(account: AccountEntry): Promise<readonly string[]> {
  await fillAccount(page, account);
  await page.getByRole('button', { name: /^Test (connection|again)$/ }).click();
  await page.locator('.test ol[aria-busy=false]').waitFor({ timeout: 60_000 });
  return page.locator('.test li .step-name').allInnerTexts();
}

const words = async (step: string): Promise<string> =>
  page
    .locator('.test li', { hasText: new RegExp(`^\\s*${step}`) })
    .locator('.step-words')
    .innerText();

const account = (more: Partial<AccountEntry> = {}): AccountEntry => ({
  ...labAccount('1001', lab.kamailio.ws),
  ...more,
});

test('the connection test on a real server, and its words for what is wrong', async () => {
  await openForm();
  expect(await steps(account())).toEqual([
    'Find the server: good',
    'Connect: good',
    'Secure the connection (TLS): skipped',
    'Open the WebSocket: good',
    'Register the number: good',
    'Ask for the calls of a line: good',
    'Ask for presence: good',
  ]);

  expect((await steps(account({ password: 'wrong' }))).slice(4)).toEqual([
    'Register the number: failed',
    'Ask for the calls of a line: skipped',
    'Ask for presence: skipped',
  ]);
  expect(await words('Register the number')).toMatch(/^The password or the authentication user is wrong/);

  for (const [kind, cause] of [
    ['expired', /expired/],
    ['wrongHost', /another|other|not for/i],
    ['selfSigned', /nobody|no authority|vouch/i],
  ] as const) {
    const front = await lab.tlsFront(kind);
    expect((await steps(account({ server: front.address }))).slice(2, 4)).toEqual([
      'Secure the connection (TLS): failed',
      'Open the WebSocket: skipped',
    ]);
    expect(await words('Secure the connection')).toMatch(cause);
    await page.getByRole('region', { name: 'Do you trust this certificate?' }).waitFor();
  }

  expect((await steps(account({ server: 'ws://127.0.0.1:9' }))).slice(0, 2)).toEqual([
    'Find the server: good',
    'Connect: failed',
  ]);
  expect(await words('Connect')).toMatch(/refus|nothing|listen/i);
});

test('a trusted certificate, then a registered line over TLS; a wrong password is on the display and is mended', async () => {
  const front = await lab.tlsFront('selfSigned');
  const running = await openForm();
  await steps(account({ server: front.address }));
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await page.getByText('The account works, and so does Call Back.').waitFor({ timeout: 60_000 });
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Use my phone system' }).click();
  const phone = await running.phone('1001');
  await phone.expectDisplay('Registration Rejected (401)', 30_000);
  await running.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('accounts')?.click());
  const again = await running.window('Accounts');
  await again.getByLabel('Password', { exact: true }).fill(labAccount('1001', '').password);
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await phone.expectDisplay(IDLE, 30_000);
});

test('an expired certificate that nobody has trusted: the phone says so, and the log which server', async () => {
  const front = await lab.tlsFront('expired');
  const running = await openForm();
  await fillAccount(page, account({ server: front.address }));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Use my phone system' }).click();
  const phone = await running.phone('1001');
  await phone.expectDisplay('Certificate not trusted', 30_000);
  expect(running.output).toContain(`ALARM Pbx CertificateNotTrusted: ${front.address.replace('wss://', '')}`);
});

test('two accounts are two line buttons of one phone, and calls go by the line that was taken', async () => {
  const alice = await PbxPhone.start(account());
  app = alice.app;
  await app.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('accounts')?.click());
  page = await app.window('Accounts');
  await page.getByRole('button', { name: /^Add/ }).click();
  await fillAccount(page, account({ ...labAccount('1004', lab.kamailio.ws) }));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await alice.phone.page.getByRole('button', { name: 'Line 1004' }).waitFor();
  const carol = await lab.deskPhone('1003');
  await alice.phone.press('Line 1004');
  for (const digit of '1003') await alice.phone.press(digit);
  await alice.phone.strike('Enter');
  await alice.phone.expectDisplay('Ring Out');
  expect((await carol.until('CALL_INCOMING')).peeruri).toBe(`sip:1004@${DOMAIN}`);
  await alice.phone.press('EndCall');
  await alice.phone.expectDisplay(IDLE);
});
