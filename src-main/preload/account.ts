import { contextBridge, ipcRenderer } from 'electron';
import type { TestReport } from '../contract/account-settings';
import type { AccountBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import './stay';

const { account } = CHANNELS;

const bridge: AccountBridge = {
  load: () => ipcRenderer.invoke(account.load),
  save: (settings, secrets) => ipcRenderer.invoke(account.save, { settings, secrets }),
  remove: (id) => ipcRenderer.invoke(account.remove, id),
  test: (run, settings, secrets) => ipcRenderer.invoke(account.test, { run, settings, secrets }),
  onTestReport: (listener) => {
    ipcRenderer.on(account.testReport, (_event, report: TestReport) => listener(report));
  },
  choose: (system) => ipcRenderer.send(account.choose, system),
};

contextBridge.exposeInMainWorld('accountBridge', bridge);
