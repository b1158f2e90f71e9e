import { app, BrowserWindow, shell } from 'electron';

/** Where the system shows no notification: its sound, and the app's mark in the dock or the taskbar. */
export function drawAttention(): void {
  shell.beep();
  app.dock?.bounce('critical');
  // In the dock a window has no mark of its own.
  if (app.dock) return;
  for (const window of BrowserWindow.getAllWindows())
    if (window.isVisible() || window.isMinimized()) window.flashFrame(true);
}
