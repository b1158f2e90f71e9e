import { app, BrowserWindow } from 'electron';
import { isPage } from '../pages/app-protocol';

/** Of all windows those that its user sees, or will see: not the page with the lines. */
const userWindows = (): readonly BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter((window) => !isPage('line', window.webContents.getURL()));

/** Has the last window that is closed wait for what its user wants. Once the app is ending, windows close as they are told. */
export function onLastWindow(decide: (window: BrowserWindow) => void): void {
  let ending = false;
  app.on('before-quit', () => {
    ending = true;
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (ending || userWindows().some((other) => other !== window)) return;
      event.preventDefault();
      decide(window);
    });
  });
}
