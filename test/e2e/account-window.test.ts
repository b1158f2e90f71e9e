import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCertificate } from '../support/certificates.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { OneUserServer } from '../support/one-user-server.ts';
import { TlsFront } from '../support/tls-front.ts';
import { waitFor } from '../support/wait-for.ts';
import { chooseMenuItem } from './cluster-stories.ts';

const HOST = 'DNS:localhost,IP:127.0.0.1';
const own = makeCertificate({ names: HOST });
const changed = makeCertificate({ names: HOST });

/** Behind a certificate that nobody vouches for. */
let server: OneUserServer;
let front: TlsFront;
let app: ElectronApp | null = null;
beforeEach(async () => {
  server = await OneUserServer.start();
  front = await TlsFront.start(own, server.port);
});
afterEach(async () => {
  await app?.close();
  app = null;
  await front.stop();
  await server.close();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function fillIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Your name').fill('Alice');
  await page.getByLabel('Number', { exact: true }).fill('4711');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Domain').fill('company.test');
  await page.getByLabel('WebSocket address').fill(`wss://localhost:${front.port}/ws`);
}

/** The steps of the test once it is over, each as its state. */
async function statesOf(page: Page): Promise<readonly string[]> {
  await page.locator('.test ol[aria-busy=false]').waitFor();
  return page.locator('.test li').evaluateAll((steps) => steps.map((step) => step.getAttribute('data-state') ?? ''));
}

/** Whether the line page gets a WebSocket from the server, as the lines themselves would. */
async function connects(running: ElectronApp): Promise<boolean> {
  const lines = await running.window('Lines');
  return lines.evaluate(
    (address) =>
      new Promise<boolean>((known) => {
        const socket = new WebSocket(address, 'sip');
        socket.onerror = () => known(false);
        socket.onopen = () => {
          socket.close();
          known(true);
        };
      }),
    `wss://localhost:${front.port}/ws`,
  );
}

test('from the first run to a registered line: certificate asked for, wrong password named, saved and used', async () => {
  app = await launchApp({ arguments: [] });
  const page = await app.window('Welcome to Callback Phone');
  await page.getByRole('button', { name: /^Connect my phone system/ }).click();
  await fillIn(page, 'a wrong one');
  await press(page, 'Test connection');
  expect(await statesOf(page)).toEqual(['passed', 'passed', 'failed', ...Array(4).fill('skipped')]);
  const certificate = page.getByRole('region', { name: 'Do you trust this certificate?' });
  expect(await certificate.locator('.fingerprint').innerText()).toBe(own.fingerprint);

  await press(page, 'Trust this certificate');
  await page.getByText('The password or the authentication user is wrong.').waitFor();
  expect(await statesOf(page)).toEqual([...Array(4).fill('passed'), 'failed', 'skipped', 'skipped']);

  await page.getByLabel('Password', { exact: true }).fill('a-secret');
  await press(page, 'Test again');
  await page.getByText('The account works, and so does Call Back.').waitFor();
  expect((await statesOf(page)).slice(0, 6)).toEqual(Array(6).fill('passed'));
  // What was registered for the test is gone with it.
  await waitFor('no contact', () => server.registered === 0);

  await press(page, 'Save');
  await page.getByText('Saved.').waitFor();
  await press(page, 'Use my phone system');
  await waitFor('the window to close', () => page.isClosed());
  await waitFor('the line to register', () => server.registered === 1);
  const log = (): string => readFileSync(`${app?.userDataDirectory}/logs/callback-phone.log`, 'utf8');
  await waitFor('the log to tell of it', () => /Pbx 4711 <- SIP\/2\.0 200 OK .*CSeq: \d+ REGISTER/.test(log()));
  expect(log()).toMatch(/Pbx 4711 -> REGISTER .*Authorization: \(withheld\)/);
  expect(app.output + log()).not.toMatch(/a-secret|response="/);
});

test('a trusted certificate that changes: no line connects, its change is named, and a new trust counts at once', async () => {
  app = await launchApp({ arguments: [] });
  const page = await app.window('Welcome to Callback Phone');
  await page.getByRole('button', { name: /^Connect my phone system/ }).click();
  await fillIn(page, 'a-secret');
  await press(page, 'Save');
  await page.getByText('Saved.').waitFor();
  // Chromium meets the certificate before anybody trusts it, and would remember that it refused it.
  await press(page, 'Use my phone system');
  await waitFor('the window to close', () => page.isClosed());
  await chooseMenuItem(app, 'Phones', 'Accounts…');
  const again = await app.window('Accounts');
  await press(again, 'Test connection');
  await press(again, 'Trust this certificate');
  await again.getByText('The account works, and so does Call Back.').waitFor();
  await press(again, 'Save');
  await waitFor('the line to register', () => server.registered === 1, { timeoutMs: 60_000 });

  front.change(changed);
  await press(again, 'Test again');
  await again.getByText('This is NOT the certificate that you have trusted.').waitFor();
  const question = again.getByRole('region', { name: 'The certificate has changed: possibly an attack' });
  expect(await question.locator('.fingerprint').allInnerTexts()).toEqual([own.fingerprint, changed.fingerprint]);
  expect(await connects(app)).toBe(false);

  await press(again, 'Trust the new certificate');
  await again.getByText('The account works, and so does Call Back.').waitFor();
  await press(again, 'Save');
  await again.getByText('Saved.').waitFor();
  expect(await connects(app)).toBe(true);
  await press(again, 'Forget the trusted certificate');
  await press(again, 'Save');
  await again.getByText('Saved.').waitFor();
  expect(await connects(app)).toBe(false);
});
