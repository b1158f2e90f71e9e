import type { BrowserWindow } from 'electron';

/**
 * Calls once the window has something to show. X11, Windows and macOS say so by `ready-to-show`; on Wayland that does not come for a
 * window that was created hidden, and the loaded page has to do.
 */
export function whenDrawn(window: BrowserWindow, show: () => void): void {
  let shown = false;
  const first = (): void => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    show();
  };
  window.once('ready-to-show', first);
  window.webContents.once('did-finish-load', first);
}
