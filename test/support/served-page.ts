import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { openChromium } from './chromium.ts';

const RENDERER = resolve(import.meta.dirname, '../../src-renderer');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** What the app itself sends with its pages of forms. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** One page of the app as it is shipped, for Debian's Chromium. */
export class ServedPage {
  readonly #name: string;
  readonly #folder: string;
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(name: string, folder: string, server: Server, browser: Browser) {
    this.#name = name;
    this.#folder = folder;
    this.#server = server;
    this.#browser = browser;
  }

  static async start(name: 'account' | 'admin' | 'demo' | 'serviceability' | 'settings'): Promise<ServedPage> {
    const folder = await mkdtemp(join(tmpdir(), `${name}-page-`));
    await build({
      configFile: false,
      logLevel: 'error',
      root: RENDERER,
      plugins: [react()],
      build: {
        target: 'chrome130',
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { input: join(RENDERER, name, 'index.html') },
      },
    });
    const server = serve(folder);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new ServedPage(name, folder, server, await openChromium());
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${this.#name}/index.html`;
  }

  /** A blank page, and what the browser writes to its console as an error or a warning. */
  async newPage(
    options: BrowserContextOptions,
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    await rm(this.#folder, { recursive: true });
  }
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
