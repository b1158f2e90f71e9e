import { contextBridge } from 'electron';
import type { LineBridge } from '../contract/bridges';
import { LINE_CHANNELS } from '../contract/channels/line-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(LINE_CHANNELS);

const bridge: LineBridge = {
  report: (event) => ipc.send('line:report', event),
  trace: (text) => ipc.send('line:trace', text),
  onCommand: (listener) => ipc.on('line:command', listener),
};

contextBridge.exposeInMainWorld('lineBridge', bridge);
