import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServedPage } from '../../support/served-page.ts';
import { openSettings } from './served-settings-page.ts';

let served: ServedPage;
beforeAll(async () => {
  served = await ServedPage.start('settings');
});
afterAll(() => served.stop());

const open = () => openSettings(served);

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

test('each change counts at once, and what the system does not do is said at its field', async () => {
  const { page, complaints, table } = await open();
  await field(page, 'Start without showing the phones').click();
  await field(page, 'Log').selectOption('Alarms alone');
  await field(page, 'Loudest ring').fill('4');
  // Not check(): what is shown is what the main process has answered, a moment later.
  await field(page, 'Open tel: links with Callback Phone').click();
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
  // Neither what text is typed with, nor what copies it in every program.
  await answer.press('a');
  await answer.press('Control+KeyC');
  expect(await answer.inputValue()).toBe('Off');
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

test('on Wayland it promises nothing that a program may not do there, and says why', async () => {
  const { page } = await openSettings(served, undefined, 'wayland');
  const inFront = page.getByRole('checkbox', { name: 'Keep the phones in front of other windows' });
  expect(await inFront.isDisabled()).toBe(true);
  expect(await inFront.getAttribute('aria-describedby')).toMatch(/-hint$/);
  await page.getByText('Not on this desktop: Wayland lets no program keep its windows in front.').waitFor();
  await page.getByText('Not on this desktop: Wayland gives programs no keys that work everywhere.').waitFor();
  expect(await field(page, 'Answer a call').isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Turn off: Answer a call' }).isDisabled()).toBe(true);
});
