import type { BrowserContextOptions, Page } from 'playwright-core';
import { Accounts } from '../../../src-main/app/accounts';
import type { AccountBook, PhoneSystem, TestReport } from '../../../src-main/contract/account-settings';
import type { AccountBridge } from '../../../src-main/contract/bridges';
import { MemoryAccounts } from '../../support/memory-accounts.ts';
import { ServedPage } from '../../support/served-page.ts';

/** The page as it is shipped, with the main process's own accounts behind it; only Electron's messages are a stand-in. */
export interface OpenAccountPage {
  readonly page: Page;
  readonly accounts: Accounts;
  readonly memory: MemoryAccounts;
  /** What the browser wrote to its console as an error or a warning. */
  readonly complaints: readonly string[];
  readonly chosen: readonly PhoneSystem[];
  /** What the connection test would say of the run that was begun last. */
  report(report: Omit<TestReport, 'run' | 'certificate'> & Partial<TestReport>): Promise<void>;
  book(): AccountBook;
}

declare global {
  interface Window {
    ask(what: string, message: unknown): Promise<unknown>;
    tellReport(report: TestReport): void;
  }
}

export class ServedAccountPage {
  readonly #served: ServedPage;

  private constructor(served: ServedPage) {
    this.#served = served;
  }

  static async start(): Promise<ServedAccountPage> {
    return new ServedAccountPage(await ServedPage.start('account'));
  }

  async open(
    memory = new MemoryAccounts(),
    options: BrowserContextOptions = { viewport: { width: 920, height: 760 } },
  ): Promise<OpenAccountPage> {
    const accounts = new Accounts(memory);
    const { page, complaints } = await this.#served.newPage(options);
    const chosen: PhoneSystem[] = [];
    await page.exposeFunction('ask', (what: string, message: never) => {
      if (what === 'choose') chosen.push(message);
      return answer(accounts, what, message);
    });
    await page.addInitScript(installBridge);
    await page.goto(`${this.#served.address}${accounts.system === null ? '#welcome' : ''}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return {
      page,
      accounts,
      memory,
      complaints,
      chosen,
      report: (report) =>
        page.evaluate((sent) => window.tellReport(sent), { run: memory.lastRun, certificate: null, ...report }),
      book: () => accounts.book(),
    };
  }

  stop(): Promise<void> {
    return this.#served.stop();
  }
}

type Asked = Parameters<Accounts['test']>;

function answer(accounts: Accounts, what: string, message: never): unknown {
  const { run, settings, secrets } = (message ?? {}) as { run: Asked[0]; settings: Asked[1]; secrets: Asked[2] };
  if (what === 'save') return accounts.save(settings, secrets);
  if (what === 'test') return accounts.test(run, settings, secrets);
  if (what === 'remove') return accounts.remove(message);
  if (what === 'choose') return accounts.choose(message);
  return accounts.book();
}

/** Runs in the page before its own script: the bridge as the preload makes it, on the test's line instead of Electron's. */
function installBridge(): void {
  const asked = <Answer>(what: string, message: unknown): Promise<Answer> =>
    window.ask(what, message) as Promise<Answer>;
  const accountBridge: AccountBridge = {
    load: () => asked('load', null),
    save: (settings, secrets) => asked('save', { settings, secrets }),
    remove: (id) => asked('remove', id),
    test: (run, settings, secrets) => asked('test', { run, settings, secrets }),
    onTestReport: (listener) => {
      window.tellReport = listener;
    },
    choose: (system) => void asked('choose', system),
  };
  Object.assign(window, { accountBridge });
}
