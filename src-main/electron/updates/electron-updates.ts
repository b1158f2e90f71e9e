import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Updater } from '../../app/updates';

/** Written by the packager, where electron-builder.yml says to which address releases are published. */
export const knowsFeed = (): boolean => app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'));

/** electron-updater, which is loaded with the first look for an update. */
export async function loadUpdater(trace: (text: string) => void): Promise<Updater> {
  const { autoUpdater } = await import('electron-updater');
  const say = (message: unknown): void => trace(`updater: ${String(message).split('\n')[0]}`);
  autoUpdater.logger = { info: say, warn: say, error: say };
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.allowDowngrade = false;
  return {
    check: async () => {
      const found = await autoUpdater.checkForUpdates();
      if (!found?.isUpdateAvailable) return null;
      return { version: found.updateInfo.version, downloaded: found.downloadPromise ?? Promise.resolve() };
    },
    installOnQuit: (on) => {
      autoUpdater.autoInstallOnAppQuit = on;
    },
  };
}
