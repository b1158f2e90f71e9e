import { contextBridge } from 'electron';
import type { SettingsBridge } from '../contract/bridges';
import { SETTINGS_CHANNELS } from '../contract/channels/settings-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(SETTINGS_CHANNELS);

const bridge: SettingsBridge = {
  load: () => ipc.request('settings:load', undefined),
  change: (change) => ipc.request('settings:change', change),
  testSound: (output) => ipc.send('settings:testSound', output),
  exportDiagnostics: () => ipc.request('settings:exportDiagnostics', undefined),
  onBook: (listener) => ipc.on('settings:book', listener),
};

contextBridge.exposeInMainWorld('settingsBridge', bridge);
