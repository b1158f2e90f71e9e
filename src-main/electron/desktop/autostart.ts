import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { APP_ID } from '../../app/app-id';
import { errorWords } from '../../base/error-words';
import { desktopEntry } from './desktop-entry';

/**
 * Starts the app when its user logs in, or no longer.
 *
 * @returns why that cannot be, in words for the user; null = it is so
 */
export function setAutostart(on: boolean): string | null {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on });
    return app.getLoginItemSettings().openAtLogin === on
      ? null
      : 'The system has not taken this. See its own settings.';
  }
  // Electron has nothing for Linux: the Desktop Application Autostart Specification is one file.
  const folder = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const file = join(folder, 'autostart', `${APP_ID}.desktop`);
  try {
    // As it was called before the app had a name in reverse-DNS form.
    rmSync(join(folder, 'autostart', 'callback-phone.desktop'), { force: true });
    if (on) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, desktopEntry(commandLine()));
    } else rmSync(file, { force: true });
    return null;
  } catch (error) {
    return `${file} cannot be written: ${errorWords(error)}`;
  }
}

/** An AppImage runs from a place that is gone after it; what its user starts is the file that it came in. */
const commandLine = (): readonly string[] => {
  if (process.env.APPIMAGE) return [process.env.APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
};
