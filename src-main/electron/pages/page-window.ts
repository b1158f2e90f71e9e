import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { Page } from '../../contract/pages';
import { programIcon } from '../program-icon';
import { addressOf } from './app-protocol';
import { comeBack } from './come-back';

/** The colours that pages with forms begin with, so that nothing flashes while they load. */
export const PAGE_BACKGROUND = { light: '#f6f7f8', dark: '#1b1d20' } as const;

/**
 * A window with one of our pages in it, as locked up as Electron can make it.
 *
 * @param view which of the page's views to begin with; empty = its usual one
 */
export function openPageWindow(page: Page, look: BrowserWindowConstructorOptions, view = ''): BrowserWindow {
  const window = new BrowserWindow({
    // Elsewhere it comes with the executable.
    ...(process.platform === 'linux' ? { icon: programIcon(join(app.getAppPath(), 'assets')) } : {}),
    ...look,
    webPreferences: {
      preload: join(__dirname, `../preload/${page}.js`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      // A phone rings and talks also when its window is covered.
      backgroundThrottling: false,
      // It tidies up after its calls. See Tidying.
      additionalArguments: page === 'line' ? ['--js-flags=--expose-gc'] : [],
    },
  });
  const load = (): void => {
    // What ends the loading early is a crash, which loads it again, or the window's own end.
    if (!window.isDestroyed()) window.loadURL(addressOf(page, view)).catch(() => {});
  };
  comeBack(window, load);
  const first = firstOf.get(page);
  if (first) void first.then(load);
  else {
    load();
    firstOf.set(page, begun(window));
  }
  return window;
}

/**
 * The first window of each kind of page, until its page has a process. The others of its kind wait for it and share that process;
 * one that did not wait would be given a process of its own, only to leave it a moment later.
 */
const firstOf = new Map<Page, Promise<void>>();

const begun = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    window.webContents.once('did-navigate', () => resolve());
    window.once('closed', () => resolve());
  });
