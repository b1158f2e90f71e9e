import { createRoot } from 'react-dom/client';
import { App } from './app';
import { PageContext } from './state/page-context';
import { SettingsPage } from './state/settings-page';

const settings = new SettingsPage(window.settingsBridge);
void settings.load();

const place = document.getElementById('settings');
if (!place) throw new Error('index.html has no element "settings"');
createRoot(place).render(
  <PageContext value={settings}>
    <App />
  </PageContext>,
);
