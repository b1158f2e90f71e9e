import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import type { LineCommand, LineEvent } from '../../../src-main/contract/line-port';
import { openChromium } from '../../support/chromium.ts';

// What Electron's windows are like.
const AS_IN_ELECTRON = ['--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection'];
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Generous: what is waited for comes in a second on a machine that has nothing else to do. */
export const TIMEOUT_MS = 40_000;

/** What a test sees of a peer connection of the page. */
export interface PeerFacts {
  readonly state: string;
  readonly received: number;
  readonly sent: number;
  readonly codec: string;
  readonly direction: string;
}

declare global {
  interface Window {
    command(command: LineCommand): void;
    reportToTest(event: LineEvent): Promise<void>;
    peers: RTCPeerConnection[];
    tracks: MediaStreamTrack[];
    digits: string[];
  }
}

/** The line page as vite builds it, behind a web server of its own. */
export class LineSite {
  readonly #folder: string;
  readonly #server: Server;

  private constructor(
    folder: string,
    server: Server,
    readonly address: string,
  ) {
    this.#folder = folder;
    this.#server = server;
  }

  static async open(): Promise<LineSite> {
    const folder = await mkdtemp(join(tmpdir(), 'line-page-'));
    const root = resolve(import.meta.dirname, '../../../src-renderer');
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: { target: 'chrome130', outDir: folder, rolldownOptions: { input: resolve(root, 'line/index.html') } },
    });
    const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
    const server = createServer((request, response) => {
      const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
      readFile(path).then(
        (body) => response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(body),
        // Browsers ask for an icon that a hidden page has not.
        () => response.writeHead(path.endsWith('favicon.ico') ? 204 : 404).end(),
      );
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new LineSite(folder, server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/line/index.html`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export const launchChromium = (machine: { readonly microphone: boolean }): Promise<Browser> =>
  openChromium(...AS_IN_ELECTRON, ...(machine.microphone ? MICROPHONE : []));

/** One open line page, with a test in place of the main process. */
export class LinePageUnderTest {
  readonly events: LineEvent[] = [];
  readonly troubles: string[] = [];

  private constructor(readonly page: Page) {}

  /** @param before runs in the page before anything else */
  static async open(browser: Browser, site: LineSite, before: () => void = () => {}): Promise<LinePageUnderTest> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const opened = new LinePageUnderTest(page);
    page.on('pageerror', (error) => opened.troubles.push(error.message));
    page.on('console', (message) => {
      // What Chromium says itself of a server that is gone, which some of the stories want.
      if (message.type() === 'error' && !message.text().startsWith('WebSocket connection')) {
        opened.troubles.push(message.text());
      }
    });
    await page.exposeFunction('reportToTest', (event: LineEvent) => {
      opened.events.push(event);
    });
    await page.addInitScript(installBridge);
    await page.addInitScript(before);
    await page.goto(site.address);
    await opened.until({ kind: 'ready' });
    return opened;
  }

  async send(command: LineCommand): Promise<void> {
    await this.page.evaluate((one) => window.command(one), command);
  }

  /** The first event after the given ones (by default, any) that has these fields. */
  async until(fields: Partial<LineEvent> & Pick<LineEvent, 'kind'>, after = 0): Promise<LineEvent> {
    await expect
      .poll(() => this.events.slice(after), { timeout: TIMEOUT_MS, interval: 20 })
      .toContainEqual(expect.objectContaining(fields));
    const found = this.events
      .slice(after)
      .find((event) => Object.entries(fields).every(([name, value]) => Reflect.get(event, name) === value));
    if (found === undefined) throw new Error('An event was there and is gone');
    return found;
  }

  of<Kind extends LineEvent['kind']>(kind: Kind): readonly Extract<LineEvent, { kind: Kind }>[] {
    return this.events.filter((event): event is Extract<LineEvent, { kind: Kind }> => event.kind === kind);
  }

  peers(): Promise<readonly PeerFacts[]> {
    return this.page.evaluate(peerFacts);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page, before the page's own script. */
function installBridge(): void {
  const listeners: ((command: LineCommand) => void)[] = [];
  Object.assign(window, {
    lineBridge: {
      report: (event: LineEvent) => window.reportToTest(event),
      onCommand: (listener: (command: LineCommand) => void) => listeners.push(listener),
    },
    command: (command: LineCommand) => {
      for (const listener of listeners) listener(command);
    },
    peers: [],
    tracks: [],
    RTCPeerConnection: class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.peers.push(this);
      }
      override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
        window.tracks.push(track);
        return super.addTrack(track, ...streams);
      }
    },
  });
}

/** Runs in the page. */
async function peerFacts(): Promise<PeerFacts[]> {
  return Promise.all(
    window.peers.map(async (peer) => {
      const reports = [...(await peer.getStats()).values()];
      const of = (type: string) => reports.find((report) => report.type === type);
      return {
        state: peer.connectionState,
        received: of('inbound-rtp')?.packetsReceived ?? 0,
        sent: of('outbound-rtp')?.packetsSent ?? 0,
        codec: reports.find((report) => report.id === of('outbound-rtp')?.codecId)?.mimeType ?? '',
        direction: peer.getTransceivers()[0]?.currentDirection ?? '',
      };
    }),
  );
}
