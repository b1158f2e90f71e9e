import { contextBridge } from 'electron';
import type { AccountBridge } from '../contract/bridges';
import { ACCOUNT_CHANNELS } from '../contract/channels/account-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(ACCOUNT_CHANNELS);

const bridge: AccountBridge = {
  load: () => ipc.request('account:load', undefined),
  save: (settings, secrets) => ipc.request('account:save', { settings, secrets }),
  remove: (id) => ipc.request('account:remove', id),
  test: (run, settings, secrets) => ipc.request('account:test', { run, settings, secrets }),
  onTestReport: (listener) => ipc.on('account:testReport', listener),
  choose: (system) => ipc.send('account:choose', system),
};

contextBridge.exposeInMainWorld('accountBridge', bridge);
