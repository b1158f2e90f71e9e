import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceabilityBridge } from '../../../src-main/contract/bridges';
import type {
  ServerReport,
  ServiceabilityAction,
  ServiceabilityReport,
} from '../../../src-main/contract/serviceability';
import { ServedPage } from '../../support/served-page.ts';

declare global {
  interface Window {
    loadReport(): Promise<ServiceabilityReport>;
    heardAction(action: ServiceabilityAction): Promise<void>;
    tellServiceability(report: ServiceabilityReport): void;
  }
}

let served: ServedPage;
beforeAll(async () => {
  served = await ServedPage.start('serviceability');
});
afterAll(() => served.stop());

const counters = {
  since: 0,
  activated: 5,
  notified: 4,
  dialled: 3,
  connected: 2,
  cancelled: 1,
  replaced: 0,
  expired: 0,
  refused: 0,
  phoneReset: 0,
  phoneRemoved: 0,
};
const first: ServerReport = {
  address: '127.0.0.1',
  state: 'activated',
  registered: true,
  place: 0,
  active: true,
  notificationPort: 2552,
  requests: 2,
  available: 1,
  linesOpen: 3,
  restartNeeded: true,
  counters,
};
const second: ServerReport = {
  ...first,
  address: '127.0.0.2',
  place: 1,
  active: false,
  notificationPort: 40_000,
  requests: 0,
  available: 0,
  linesOpen: 0,
  restartNeeded: false,
};
const report: ServiceabilityReport = {
  ctiPort: 2748,
  servers: [first, second],
  mostServers: 3,
  alarms: [{ number: 1, at: 0, service: 'CEF', name: 'CtiLinkDown', text: 'the link is lost' }],
};

async function open() {
  const actions: ServiceabilityAction[] = [];
  const { page, complaints } = await served.newPage({ viewport: { width: 960, height: 760 } });
  await page.exposeFunction('loadReport', () => report);
  await page.exposeFunction('heardAction', (action: ServiceabilityAction) => void actions.push(action));
  await page.addInitScript(() => {
    const serviceabilityBridge: ServiceabilityBridge = {
      load: () => window.loadReport(),
      act: (action) => void window.heardAction(action),
      onReport: (listener) => {
        window.tellServiceability = listener;
      },
    };
    Object.assign(window, { serviceabilityBridge });
  });
  await page.goto(served.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const rows = (table: number) => page.locator('table').nth(table).locator('tbody tr').allInnerTexts();
  const tell = (told: ServiceabilityReport) => page.evaluate((one) => window.tellServiceability(one), told);
  return { page, complaints, actions, rows, tell };
}

test('who is active and who stands by, what they have open, what they have done, and the alarms', async () => {
  const { page, complaints, rows } = await open();
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
  const { page, actions, tell } = await open();
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
