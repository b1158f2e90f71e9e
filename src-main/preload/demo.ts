import { contextBridge, ipcRenderer } from 'electron';
import type { DemoBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import type { DemoView } from '../contract/guided-demo';
import './stay';

const { demo } = CHANNELS;

const bridge: DemoBridge = {
  send: (command) => ipcRenderer.send(demo.command, command),
  onView: (listener) => {
    ipcRenderer.on(demo.view, (_event, view: DemoView) => listener(view));
    ipcRenderer.send(demo.listen);
  },
};

contextBridge.exposeInMainWorld('demoBridge', bridge);
