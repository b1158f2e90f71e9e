import { contextBridge } from 'electron';
import type { DemoBridge } from '../contract/bridges';
import { DEMO_CHANNELS } from '../contract/channels/demo-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(DEMO_CHANNELS);

const bridge: DemoBridge = {
  send: (command) => ipc.send('demo:command', command),
  onView: (listener) => {
    ipc.on('demo:view', listener);
    ipc.send('demo:listen', undefined);
  },
};

contextBridge.exposeInMainWorld('demoBridge', bridge);
