import { contextBridge, ipcRenderer } from 'electron';
import type { SettingsBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import type { SettingsBook } from '../contract/settings';
import './stay';

const { settings } = CHANNELS;

const bridge: SettingsBridge = {
  load: () => ipcRenderer.invoke(settings.load),
  change: (change) => ipcRenderer.invoke(settings.change, change),
  testSound: (output) => ipcRenderer.send(settings.testSound, output),
  exportDiagnostics: () => ipcRenderer.invoke(settings.exportDiagnostics),
  onBook: (listener) => {
    ipcRenderer.on(settings.book, (_event, book: SettingsBook) => listener(book));
  },
};

contextBridge.exposeInMainWorld('settingsBridge', bridge);
