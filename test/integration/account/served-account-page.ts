import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import type { AccountBook, PhoneSystem, TestReport } from '../../../src-main/contract/account-settings';
import type { AccountBridge } from '../../../src-main/contract/bridges';
import { Accounts } from '../../../src-main/shell/accounts/accounts';
import { openChromium } from '../../support/chromium.ts';
import { MemoryAccounts } from '../../support/memory-accounts.ts';

const RENDERER = resolve(import.meta.dirname, '../../../src-renderer');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** What the app itself sends with this page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
  private constructor(
    private readonly folder: string,
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<ServedAccountPage> {
    const folder = await mkdtemp(join(tmpdir(), 'account-page-'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: RENDERER,
      plugins: [react()],
      build: {
        target: 'chrome114',
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { input: join(RENDERER, 'account/index.html') },
      },
    });
    const server = serve(folder);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new ServedAccountPage(folder, server, await openChromium());
  }

  async open(
    memory = new MemoryAccounts(),
    options: BrowserContextOptions = { viewport: { width: 920, height: 760 } },
  ): Promise<OpenAccountPage> {
    const accounts = new Accounts(memory);
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const chosen: PhoneSystem[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.exposeFunction('ask', (what: string, message: never) => {
      if (what === 'choose') chosen.push(message);
      return answer(accounts, what, message);
    });
    await page.addInitScript(installBridge);
    await page.goto(`${this.address}${accounts.system === null ? '#welcome' : ''}`);
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

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    await rm(this.folder, { recursive: true });
  }

  private get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/account/index.html`;
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

function serve(folder: string): Server {
  return createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://page').pathname);
    readFile(file).then(
      (content) => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(content);
      },
      // A browser asks for an icon that nobody has promised it.
      () => response.writeHead(file.endsWith('favicon.ico') ? 204 : 404).end(),
    );
  });
}
