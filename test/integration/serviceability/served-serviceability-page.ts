import type { BrowserContextOptions, Page } from 'playwright-core';
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
export const first: ServerReport = {
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
export const second: ServerReport = {
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
export const report: ServiceabilityReport = {
  ctiPort: 2748,
  servers: [first, second],
  mostServers: 3,
  alarms: [{ number: 1, at: 0, service: 'CEF', name: 'CtiLinkDown', text: 'the link is lost' }],
};

/** The page as it is shipped; what it is told is a stand-in. */
export interface OpenServiceabilityPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly actions: readonly ServiceabilityAction[];
  rows(table: number): Promise<readonly string[]>;
  tell(told: ServiceabilityReport): Promise<void>;
}

export class ServedServiceabilityPage {
  readonly #served: ServedPage;

  private constructor(served: ServedPage) {
    this.#served = served;
  }

  static async start(): Promise<ServedServiceabilityPage> {
    return new ServedServiceabilityPage(await ServedPage.start('serviceability'));
  }

  stop(): Promise<void> {
    return this.#served.stop();
  }

  async open(
    options: BrowserContextOptions = { viewport: { width: 960, height: 760 } },
  ): Promise<OpenServiceabilityPage> {
    const actions: ServiceabilityAction[] = [];
    const { page, complaints } = await this.#served.newPage(options);
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
    await page.goto(this.#served.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const rows = (table: number) => page.locator('table').nth(table).locator('tbody tr').allInnerTexts();
    const tell = (told: ServiceabilityReport) => page.evaluate((one) => window.tellServiceability(one), told);
    return { page, complaints, actions, rows, tell };
  }
}
