import { contextBridge } from 'electron';
import type { ServiceabilityBridge } from '../contract/bridges';
import { SERVICEABILITY_CHANNELS } from '../contract/channels/serviceability-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(SERVICEABILITY_CHANNELS);

const bridge: ServiceabilityBridge = {
  load: () => ipc.request('serviceability:load', undefined),
  act: (action) => ipc.send('serviceability:act', action),
  onReport: (listener) => ipc.on('serviceability:report', listener),
};

contextBridge.exposeInMainWorld('serviceabilityBridge', bridge);
