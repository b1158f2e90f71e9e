import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src-main/callmanager/database/open-database';
import { PreferenceTable } from '../../../src-main/callmanager/database/preference-table';
import type { SettingsBridge } from '../../../src-main/contract/bridges';
import type { SettingsBook } from '../../../src-main/contract/settings';
import { Settings } from '../../../src-main/shell/settings/settings';
import { ServedPage } from '../../support/served-page.ts';

declare global {
  interface Window {
    askSettings(what: string, message: unknown): Promise<unknown>;
    tellSettings(book: SettingsBook): void;
  }
}

let served: ServedPage;
beforeAll(async () => {
  served = await ServedPage.start('settings');
});
afterAll(() => served.stop());

/** The page as it is shipped, on preferences of its own; only Electron's messages and the system are a stand-in. */
async function open() {
  const table = new PreferenceTable(openDatabase(':memory:'));
  const heard: string[] = [];
  const { page, complaints } = await served.newPage({ viewport: { width: 480, height: 700 } });
  const settings: Settings = new Settings({
    table,
    obey: ({ shortcuts, links }) => ({
      ...(shortcuts.answer === 'F9' ? { 'shortcuts.answer': 'Another program has these keys already.' } : {}),
      ...(links.tel ? { 'links.tel': 'The system has not taken this.' } : {}),
    }),
    tray: () => true,
    notifications: () => false,
    onBook: (book) => void page.evaluate((one) => window.tellSettings(one), book),
  });
  await page.exposeFunction('askSettings', (what: string, message: never) => {
    if (what === 'change') return settings.change(message);
    if (what === 'testSound') {
      heard.push(message);
      settings.testing(message);
    }
    return what === 'exportDiagnostics' ? 'Saved as /tmp/x.zip.' : settings.book();
  });
  await page.addInitScript(installBridge);
  await page.goto(served.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  settings.onLineEvent({
    kind: 'devices',
    microphones: [{ id: 'm1', label: 'Headset' }],
    outputs: [
      { id: 'default', label: 'Default' },
      { id: 'o1', label: 'Loudspeaker' },
    ],
  });
  return { page, complaints, table, heard, settings };
}

function installBridge(): void {
  const asked = <Answer>(what: string, message: unknown): Promise<Answer> =>
    window.askSettings(what, message) as Promise<Answer>;
  const settingsBridge: SettingsBridge = {
    load: () => asked('load', null),
    change: (change) => asked('change', change),
    testSound: (output) => void asked('testSound', output),
    exportDiagnostics: () => asked('exportDiagnostics', null),
    onBook: (listener) => {
      window.tellSettings = listener;
    },
  };
  Object.assign(window, { settingsBridge });
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

test('each change counts at once, and what the system does not do is said at its field', async () => {
  const { page, complaints, table } = await open();
  await field(page, 'Start without showing the phones').check();
  await field(page, 'Log').selectOption('Alarms alone');
  await field(page, 'Loudest ring').fill('4');
  await field(page, 'Open tel: links with Callback Phone').check();
  await page.getByText('The system has not taken this.').waitFor();
  expect(await field(page, 'Open tel: links with Callback Phone').getAttribute('aria-invalid')).toBe('true');
  expect(table.get()).toMatchObject({ startHidden: true, logLevel: 'alarms', ringVolume: 4, links: { tel: true } });
  await page.getByText('This system shows no notifications.').waitFor();
  await page.getByRole('button', { name: 'Export diagnostics…' }).click();
  await page.getByRole('status').filter({ hasText: 'Saved as /tmp/x.zip.' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a shortcut is set by pressing it, refused in words, and turned off again', async () => {
  const { page, table } = await open();
  const answer = field(page, 'Answer a call');
  expect(await answer.inputValue()).toBe('Off');
  await answer.press('a');
  await answer.press('F9');
  await page.getByText('Another program has these keys already.').waitFor();
  await answer.press('Control+Shift+KeyX');
  await expect.poll(() => answer.inputValue()).toBe('Ctrl+Shift+X');
  expect(table.get().shortcuts).toEqual({ answer: 'CommandOrControl+Shift+X', hangUp: null, mute: null });
  await page.getByRole('button', { name: 'Turn off: Answer a call' }).click();
  await expect.poll(() => table.get().shortcuts.answer).toBeNull();
});

test('sound devices are those of the machine, can be tried, and one that does not work says so', async () => {
  const { page, heard, table, settings } = await open();
  const ring = field(page, 'Ring and Call Back tone');
  await expect.poll(() => ring.locator('option').allInnerTexts()).toEqual(['As the system has it', 'Loudspeaker']);
  await ring.selectOption('Loudspeaker');
  await expect.poll(() => table.get().ringOutput).toBe('o1');
  await page.getByRole('button', { name: 'Test the ring device' }).click();
  await expect.poll(() => heard).toEqual(['ring']);
  settings.onLineEvent({ kind: 'outputLost', output: 'ring', cause: 'It is not there.' });
  await page.getByText('This device cannot be used, the system’s own is instead: It is not there.').waitFor();
  settings.onLineEvent({ kind: 'devices', microphones: [], outputs: [] });
  await expect
    .poll(() => ring.locator('option').allInnerTexts())
    .toEqual(['As the system has it', 'Not connected now']);
});

test('every control has a name, and a narrow window needs no sideways scrolling', async () => {
  const { page } = await open();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const nameless = await page
    .locator('input, select')
    .evaluateAll((fields) => fields.filter((one) => (one as HTMLInputElement).labels?.length !== 1).length);
  expect(nameless).toBe(0);
});
