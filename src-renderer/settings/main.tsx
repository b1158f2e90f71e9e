import { createRoot } from 'react-dom/client';
import type { SettingsBridge } from '../../src-main/contract/bridges';
import { App } from './app';
import { PageContext } from './state/page-context';
import { SettingsPage } from './state/settings-page';

/** This page's preload has put it on the window, and nothing else. */
declare const settingsBridge: SettingsBridge;

const settings = new SettingsPage(settingsBridge);
void settings.load();

const place = document.getElementById('settings');
if (!place) throw new Error('index.html has no element "settings"');
createRoot(place).render(
  <PageContext value={settings}>
    <App />
  </PageContext>,
);
