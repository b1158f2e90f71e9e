import { app, BrowserWindow } from 'electron';
import { isPage } from '../pages/app-protocol';

/** Of all windows those that its user sees, or will see: not the page with the lines. */
const userWindows = (): readonly BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter((window) => !isPage('line', window.webContents.getURL()));

/** Has the last window that is closed wait for what its user wants. Once the app is ending, windows close as they are told. */
export function onLastWindow(decide: (window: BrowserWindow) => void): void {
  let ending = false;
  /** A desktop may close several at once: those that are about to go do not count. */
  const going = new WeakSet<BrowserWindow>();
  app.on('before-quit', () => {
    ending = true;
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      going.add(window);
      if (ending || userWindows().some((other) => !going.has(other))) return;
      going.delete(window);
      event.preventDefault();
      decide(window);
    });
  });
}
