import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a desktop is made of here: the bus, a window manager, a panel with a tray, a server of notifications, and what opens links. */
const PROGRAMS = [
  'dbus-daemon',
  'openbox',
  'xfce4-panel',
  'dunst',
  'dunstctl',
  'gdbus',
  'xmessage',
  'xprop',
  'xdg-open',
  'xdg-mime',
  'update-desktop-database',
] as const;

export const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Those that are not installed: a desktop can only be started where this is empty. */
export const missingPrograms = (): readonly string[] => PROGRAMS.filter((program) => !isInstalled(program));
