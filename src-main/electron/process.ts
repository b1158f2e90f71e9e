import { accessSync, constants, mkdirSync } from 'node:fs';
import { app, dialog } from 'electron';
import { WrongUsage } from '../app/options';
import { errorWords } from '../base/error-words';
import { DatabaseUnusable } from '../store/database-unusable';

/**
 * @param onSecond told of the words of the other one's command line
 * @param needed this start is of no use if the other one only shows itself: it then ends with 1
 * @returns false if the app runs already with the same user data: that one is asked to show itself, and this one ends
 * @throws CannotStart if the lock cannot be taken since nothing can be written where it is
 */
export function takeInstanceLock(onSecond: (words: readonly string[]) => void, needed: boolean): boolean {
  if (app.requestSingleInstanceLock()) {
    app.on('second-instance', (_event, [, ...words]) => onSecond(words));
    return true;
  }
  refuseUnwritable(app.getPath('userData'));
  console.error('Callback Phone runs already: its windows are brought to the front.');
  if (needed) console.error('Quit it first, or start this one beside it with --user-data-dir=DIR.');
  app.exit(needed ? 1 : 0);
  return false;
}

/** Something that its user must put right. Its message says what and how, so no stack is printed. */
export class CannotStart extends Error {}

/** A folder that is not there yet is made by whoever has the lock. */
function refuseUnwritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new CannotStart(
      `nothing can be written in ${folder} (${message.split(',')[0]}), and so no settings and no Call Backs can be kept. Make it writable, or name another folder with --user-data-dir=DIR.`,
    );
  }
}

/** Before anything is started: where no pictures can be saved a script need not wait for the phones. @throws CannotStart */
export function makePictureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { message } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `no pictures can be saved in ${folder} (${message.split(',')[0]}). Name another folder with --screenshot DIR.`,
    );
  }
}

/** For whoever started the app in a terminal. @param phones how many are shown; 0 = the app starts hidden */
export function sayReady(phones: number): void {
  const shown = phones === 1 ? 'the phone is on the screen' : `${phones} phones are on the screen`;
  const where = phones === 0 ? 'the phones are behind the icon of the app, or in its menu' : shown;
  console.error(`callback-phone: ready: ${where}; Ctrl+C quits`);
}

let isQuitting = false;

/** Runs once, when the app is about to end. A window that is closed last ends it too. */
export function onQuit(stop: () => void): void {
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', () => {
    isQuitting = true;
    stop();
  });
}

/** Says why the app cannot start, where a user sees it and where a script does. */
export function failStart(error: unknown): void {
  // Whoever quits while the app is starting closes the database under its feet, and need not be told.
  if (isQuitting) return;
  const words = errorWords(error);
  if (error instanceof WrongUsage) {
    console.error(`callback-phone: ${words}`);
    app.exit(2);
    return;
  }
  console.error(`Callback Phone cannot go on: ${words}`);
  // A file that cannot be written is the user's to put right; where the mistake is ours the stack tells of it.
  const isUsers =
    error instanceof CannotStart || error instanceof DatabaseUnusable || (error instanceof Error && 'syscall' in error);
  if (error instanceof Error && error.stack && !isUsers) console.error(error.stack);
  // A script that takes pictures must not wait for somebody to press OK.
  if (!process.argv.some((argument) => argument.startsWith('--screenshot')))
    dialog.showErrorBox('Callback Phone', words);
  app.exit(1);
}
