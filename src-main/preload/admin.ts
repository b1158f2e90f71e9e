import { contextBridge } from 'electron';
import type { AdminBridge } from '../contract/bridges';
import { ADMIN_CHANNELS } from '../contract/channels/admin-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(ADMIN_CHANNELS);

const bridge: AdminBridge = {
  load: () => ipc.request('admin:load', undefined),
  save: (form) => ipc.request('admin:save', form),
  remove: (removal) => ipc.request('admin:remove', removal),
  onBook: (listener) => ipc.on('admin:book', listener),
};

contextBridge.exposeInMainWorld('adminBridge', bridge);
