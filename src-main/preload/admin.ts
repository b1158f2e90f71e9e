import { contextBridge, ipcRenderer } from 'electron';
import type { AdminBook } from '../contract/admin';
import type { AdminBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import './stay';

const { admin } = CHANNELS;

const bridge: AdminBridge = {
  load: () => ipcRenderer.invoke(admin.load),
  save: (form) => ipcRenderer.invoke(admin.save, form),
  remove: (removal) => ipcRenderer.invoke(admin.remove, removal),
  onBook: (listener) => {
    ipcRenderer.on(admin.book, (_event, book: AdminBook) => listener(book));
  },
};

contextBridge.exposeInMainWorld('adminBridge', bridge);
