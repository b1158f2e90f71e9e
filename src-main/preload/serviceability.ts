import { contextBridge, ipcRenderer } from 'electron';
import type { ServiceabilityBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import type { ServiceabilityReport } from '../contract/serviceability';
import './stay';

const { serviceability } = CHANNELS;

const bridge: ServiceabilityBridge = {
  load: () => ipcRenderer.invoke(serviceability.load),
  act: (action) => ipcRenderer.send(serviceability.act, action),
  onReport: (listener) => {
    ipcRenderer.on(serviceability.report, (_event, report: ServiceabilityReport) => listener(report));
  },
};

contextBridge.exposeInMainWorld('serviceabilityBridge', bridge);
