import { app, dialog } from 'electron';

/** @returns false if the app runs already with the same user data: that one is asked to show itself, and this one ends */
export function takeInstanceLock(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    console.log('Callback Phone runs already: its windows are brought to the front.');
    app.quit();
    return false;
  }
  app.on('second-instance', onSecond);
  return true;
}

/** Runs once, when the app is about to end. A window that is closed last ends it too. */
export function onQuit(stop: () => void): void {
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', stop);
}

/** Says why the app cannot start, where a user sees it and where a script does. */
export function failStart(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  console.error(`Callback Phone cannot go on: ${words}`);
  if (error instanceof Error && error.stack) console.error(error.stack);
  // A script that takes pictures must not wait for somebody to press OK.
  if (!process.argv.some((argument) => argument.startsWith('--screenshot')))
    dialog.showErrorBox('Callback Phone', words);
  app.exit(1);
}
