import { arch, release } from 'node:os';
import { app } from 'electron';

/** What the app runs on. */
export const versions = (): Readonly<Record<string, string>> => ({
  app: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  platform: `${process.platform} ${arch()} ${release()}`,
  desktop: process.env.XDG_CURRENT_DESKTOP ?? '',
  locale: app.getLocale(),
});
