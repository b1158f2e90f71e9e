import type { Page } from 'playwright-core';
import type { ElectronApp } from '../support/electron-app.ts';
import type { PhoneWindow } from '../support/phone-window.ts';

/** When something first happened since the stamps were cleared, in milliseconds since the epoch of that process's clock. */
type Stamps = Record<string, number>;

/** Added to a process's time, it is that of performance.now() here. */
type Offset = number;

declare global {
  interface Window {
    stamps: Stamps;
  }
}

/**
 * Writes down when a change of a watched line passes through the app: in the line page, in the main process and in the
 * face. All it adds to the way is an assignment.
 */
export class AppStamps {
  readonly #app: ElectronApp;
  readonly #linePage: Page;
  readonly #face: Page;
  readonly #offsets: { readonly main: Offset; readonly line: Offset; readonly face: Offset };

  private constructor(
    app: ElectronApp,
    linePage: Page,
    face: Page,
    offsets: { readonly main: Offset; readonly line: Offset; readonly face: Offset },
  ) {
    this.#app = app;
    this.#linePage = linePage;
    this.#face = face;
    this.#offsets = offsets;
  }

  static async install(app: ElectronApp, phone: PhoneWindow, shown: string): Promise<AppStamps> {
    const linePage = await app.window('Lines');
    await linePage.evaluate(stampSockets);
    await app.application.evaluate(stampMain, shown);
    await phone.page.evaluate(stampFace, shown);
    const offsets = {
      main: await offsetOf(() => app.application.evaluate(() => performance.now())),
      line: await offsetOf(() => linePage.evaluate(() => performance.now())),
      face: await offsetOf(() => phone.page.evaluate(() => performance.now())),
    };
    return new AppStamps(app, linePage, phone.page, offsets);
  }

  async clear(): Promise<void> {
    const clear = (): void => {
      for (const name of Object.keys(globalThis.window.stamps)) delete globalThis.window.stamps[name];
    };
    await this.#linePage.evaluate(clear);
    await this.#face.evaluate(clear);
    await this.#app.application.evaluate(() => {
      Object.assign(globalThis, { stamps: {} });
    });
  }

  /** All of them, on the clock of performance.now() here. */
  async read(): Promise<Readonly<Stamps>> {
    const { main, line, face } = this.#offsets;
    return {
      ...moved(await this.#linePage.evaluate(() => window.stamps), line),
      ...moved(await this.#face.evaluate(() => window.stamps), face),
      ...moved(await this.#app.application.evaluate(() => (globalThis as unknown as { stamps: Stamps }).stamps), main),
    };
  }
}

const moved = (stamps: Stamps, offset: Offset): Stamps =>
  Object.fromEntries(Object.entries(stamps).map(([name, at]) => [name, at + offset]));

/** Of the answers to many questions, the quickest one tells best what time it is there. */
async function offsetOf(ask: () => Promise<number>): Promise<Offset> {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 };
  for (let question = 0; question < 50; question++) {
    const asked = performance.now();
    const there = await ask();
    const took = performance.now() - asked;
    if (took < best.took) best = { took, offset: asked + took / 2 - there };
  }
  return best.offset;
}

/** Runs in the line page. Its socket is found when it next sends. */
function stampSockets(): void {
  window.stamps = {};
  const stamp = (name: string, at: number): void => {
    window.stamps[name] ??= at;
  };
  const known = new WeakSet<WebSocket>();
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (this: WebSocket, data) {
    const text = String(data);
    if (/^SUBSCRIBE /.test(text) && /\r\nExpires: 0\r\n/i.test(text)) {
      stamp(/\r\n(?:Proxy-)?Authorization:/i.test(text) ? 'line: asks with password' : 'line: asks', performance.now());
    }
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', (event) => {
        const words = String(event.data);
        if (words.startsWith('SIP/2.0 401') || words.startsWith('SIP/2.0 407')) {
          if (/\r\nCSeq: \d+ SUBSCRIBE/i.test(words)) stamp('line: password is asked for', event.timeStamp);
        } else if (words.startsWith('NOTIFY ') && /\r\nEvent: dialog/i.test(words)) {
          const once = /\r\nSubscription-State: terminated/i.test(words);
          stamp(once ? 'line: answer comes' : 'line: NOTIFY comes', event.timeStamp);
        }
      });
    }
    send.call(this, data);
  };
}

/** Runs in the main process. */
function stampMain({ ipcMain, BrowserWindow }: typeof Electron.CrossProcessExports, shown: string): void {
  const root = globalThis as unknown as { stamps: Record<string, number> };
  root.stamps = {};
  const stamp = (name: string): void => {
    root.stamps[name] ??= performance.now();
  };
  ipcMain.prependListener('line:report', (_event, report) => {
    if (report.kind === 'alertStarted') stamp('main: sound has started');
    if (report.kind === 'notified') stamp(/\/check\//.test(report.subscription) ? 'main: hears answer' : 'main: hears');
  });
  for (const window of BrowserWindow.getAllWindows()) {
    const { webContents } = window;
    const send = webContents.send.bind(webContents);
    webContents.send = (channel, ...words) => {
      const [word] = words;
      if (channel === 'line:command' && word.kind === 'subscribe' && word.once) stamp('main: asks');
      if (channel === 'line:command' && word.kind === 'playAlert') stamp('main: sound');
      if (channel === 'phone:snapshot' && JSON.stringify(word).includes(shown)) stamp('main: screen');
      send(channel, ...words);
    };
  }
}

/** Runs in the face. */
function stampFace(shown: string): void {
  window.stamps = {};
  new MutationObserver(() => {
    if ('face: text' in window.stamps || !document.querySelector('[role=log]')?.textContent?.includes(shown)) return;
    window.stamps['face: text'] = performance.now();
    // The second callback runs after the frame of the first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.stamps['face: frame'] ??= performance.now();
      }),
    );
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
