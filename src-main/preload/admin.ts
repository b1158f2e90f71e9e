import { contextBridge, ipcRenderer } from 'electron';
import type { AdminBook } from '../contract/admin';
import type { AdminBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';

const { admin } = CHANNELS;

const bridge: AdminBridge = {
  load: () => ipcRenderer.invoke(admin.load),
  saveDevice: (form) => ipcRenderer.invoke(admin.saveDevice, form),
  removeRoutePoint: (name) => ipcRenderer.invoke(admin.removeRoutePoint, name),
  saveParameters: (parameters) => ipcRenderer.invoke(admin.saveParameters, parameters),
  onBook: (listener) => {
    ipcRenderer.on(admin.book, (_event, book: AdminBook) => listener(book));
  },
};

contextBridge.exposeInMainWorld('adminBridge', bridge);
