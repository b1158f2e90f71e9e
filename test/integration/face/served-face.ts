import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Key } from '../../../src-main/contract/keys.ts';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import { openChromium } from '../../support/chromium.ts';

const RENDERER = resolve(import.meta.dirname, '../../../src-renderer');
const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** What the app itself sends with its pages, so that the page is tested under it. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'";

/** The page in the browser, as the test's stand-in for the main process sees it. */
export interface OpenFace {
  readonly page: Page;
  /** Errors and refusals that the browser wrote to its console. */
  readonly complaints: string[];
  show(snapshot: PhoneSnapshot): Promise<void>;
  presses(): Promise<readonly Key[]>;
}

interface BridgeProbe {
  readonly probe: { presses: Key[]; show: (snapshot: PhoneSnapshot) => void };
}

/** The face, built as it is shipped, served on this machine and opened in Chromium. */
export class ServedFace {
  readonly #folder: string;
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(folder: string, server: Server, browser: Browser) {
    this.#folder = folder;
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<ServedFace> {
    const folder = await mkdtemp(join(tmpdir(), 'face-'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: RENDERER,
      plugins: [react()],
      build: {
        target: 'chrome130',
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { input: join(RENDERER, 'face/index.html') },
      },
    });
    const server = serve(folder);
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    const browser = await openChromium();
    return new ServedFace(folder, server, browser);
  }

  async open(snapshot: PhoneSnapshot | null, size = { width: 720, height: 560 }): Promise<OpenFace> {
    const page = await this.#browser.newPage({ viewport: size });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript((first) => {
      const probe: BridgeProbe['probe'] = { presses: [], show: () => {} };
      const phoneBridge = {
        press: (key: Key) => probe.presses.push(key),
        onSnapshot: (listener: (snapshot: PhoneSnapshot) => void) => {
          probe.show = listener;
          if (first) listener(first);
        },
      };
      Object.assign(window, { probe, phoneBridge });
    }, snapshot);
    await page.goto(this.#url);
    await page.getByRole('log', { name: 'Display' }).waitFor();
    return {
      page,
      complaints,
      show: (next) => page.evaluate((sent) => (window as unknown as Window & BridgeProbe).probe.show(sent), next),
      presses: () => page.evaluate(() => (window as unknown as Window & BridgeProbe).probe.presses),
    };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise((closed) => this.#server.close(closed));
    await rm(this.#folder, { recursive: true });
  }

  get #url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    return `http://127.0.0.1:${address.port}/face/index.html`;
  }
}

function serve(folder: string): Server {
  return createServer((request, response) => {
    const file = normalize(join(folder, new URL(request.url ?? '/', 'http://face').pathname));
    if (!file.startsWith(folder + sep)) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (content) => {
        const type = MIME_TYPES[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(content);
      },
      // A browser asks for an icon that nobody has promised it.
      () => response.writeHead(file.endsWith('favicon.ico') ? 204 : 404).end(),
    );
  });
}
