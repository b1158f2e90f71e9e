import { app } from 'electron';
import { type WindowSystem, windowSystem } from '../../app/desktop/window-system';

/** What draws our windows. */
export const usedWindowSystem = (): WindowSystem =>
  windowSystem({
    platform: process.platform,
    electron: Number.parseInt(process.versions.electron, 10),
    switchValue: (name) => app.commandLine.getSwitchValue(name),
    environment: process.env,
  });
