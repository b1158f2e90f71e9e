import type { BrowserContextOptions } from 'playwright-core';
import type { WindowSystem } from '../../../src-main/app/desktop/window-system';
import { Settings } from '../../../src-main/app/settings';
import type { SettingsBridge } from '../../../src-main/contract/bridges';
import type { SettingsBook } from '../../../src-main/contract/settings';
import { openDatabase } from '../../../src-main/store/open-database';
import { PreferenceTable } from '../../../src-main/store/preference-table';
import type { ServedPage } from '../../support/served-page.ts';

declare global {
  interface Window {
    askSettings(what: string, message: unknown): Promise<unknown>;
    tellSettings(book: SettingsBook): void;
  }
}

/** The page as it is shipped, on preferences of its own; only Electron's messages and the system are a stand-in. */
export async function openSettings(
  served: ServedPage,
  options: BrowserContextOptions = { viewport: { width: 480, height: 700 } },
  windowSystem: WindowSystem = 'other',
) {
  const table = new PreferenceTable(openDatabase(':memory:'));
  const heard: string[] = [];
  const { page, complaints } = await served.newPage(options);
  const settings: Settings = new Settings({
    table,
    obey: ({ shortcuts, links }) => ({
      ...(shortcuts.answer === 'F9' ? { 'shortcuts.answer': 'Another program has these keys already.' } : {}),
      ...(links.tel ? { 'links.tel': 'The system has not taken this.' } : {}),
    }),
    tray: () => true,
    notifications: () => false,
    windowSystem: () => windowSystem,
    onBook: (book) => void page.evaluate((one) => window.tellSettings(one), book),
  });
  await page.exposeFunction('askSettings', (what: string, message: never) => {
    if (what === 'change') return settings.change(message);
    if (what === 'testSound') {
      heard.push(message);
      settings.testing(message);
    }
    return what === 'exportDiagnostics' ? 'Saved as /tmp/x.zip.' : settings.book();
  });
  await page.addInitScript(installBridge);
  await page.goto(served.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  settings.onLineEvent({
    kind: 'devices',
    microphones: [{ id: 'm1', label: 'Headset' }],
    outputs: [
      { id: 'default', label: 'Default' },
      { id: 'o1', label: 'Loudspeaker' },
    ],
  });
  return { page, complaints, table, heard, settings };
}

function installBridge(): void {
  const asked = <Answer>(what: string, message: unknown): Promise<Answer> =>
    window.askSettings(what, message) as Promise<Answer>;
  const settingsBridge: SettingsBridge = {
    load: () => asked('load', null),
    change: (change) => asked('change', change),
    testSound: (output) => void asked('testSound', output),
    exportDiagnostics: () => asked('exportDiagnostics', null),
    onBook: (listener) => {
      window.tellSettings = listener;
    },
  };
  Object.assign(window, { settingsBridge });
}
