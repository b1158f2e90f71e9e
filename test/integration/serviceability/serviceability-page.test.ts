import { afterAll, beforeAll, expect, test } from 'vitest';
import { first, report, ServedServiceabilityPage, second } from './served-serviceability-page.ts';

let served: ServedServiceabilityPage;
beforeAll(async () => {
  served = await ServedServiceabilityPage.start();
});
afterAll(() => served.stop());

test('who is active and who stands by, what they have open, what they have done, and the alarms', async () => {
  const { page, complaints, rows } = await served.open();
  const [active, backup] = (await rows(0)).map((row) => row.split(/\s*\t\s*/).slice(0, 5));
  expect([active, backup]).toEqual([
    ['127.0.0.1', 'active', '2, 1 free to dial', '3', '2552'],
    ['127.0.0.2', 'backup 1', '0', '0', '40000'],
  ]);
  expect((await rows(1))[0]).toBe('Activated\t5\t5');
  expect((await rows(2))[0]).toContain('CtiLinkDown: the link is lost');
  expect(await page.getByRole('status').allInnerTexts()).toEqual([
    'Service parameters have changed that count after a restart.',
  ]);
  expect(complaints).toEqual([]);
});

test('the service is deactivated, activated and restarted on each server; a server comes and goes', async () => {
  const { page, actions, tell } = await served.open();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('Restart 127.0.0.1');
  await press('Deactivate 127.0.0.1');
  await tell({ ...report, servers: [{ ...first, state: 'deactivated', registered: false, place: null }, second] });
  await press('Activate 127.0.0.1');
  await press('Remove 127.0.0.2');
  await press('Add a server');
  await expect.poll(() => actions.length).toBe(5);
  expect(actions).toEqual([
    { kind: 'restart', address: '127.0.0.1' },
    { kind: 'set', address: '127.0.0.1', state: 'deactivated' },
    { kind: 'set', address: '127.0.0.1', state: 'activated' },
    { kind: 'remove', address: '127.0.0.2' },
    { kind: 'add' },
  ]);
  await tell({ ...report, mostServers: 2, alarms: [] });
  await page.getByText('There was no alarm.').waitFor();
  expect(await page.getByRole('button', { name: 'Add a server' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Remove 127.0.0.1' }).count()).toBe(0);
});
