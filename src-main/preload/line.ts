import { contextBridge, ipcRenderer } from 'electron';
import type { LineBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import type { LineCommand } from '../contract/line-port';
import './stay';

const bridge: LineBridge = {
  report: (event) => ipcRenderer.send(CHANNELS.line.report, event),
  trace: (text) => ipcRenderer.send(CHANNELS.line.trace, text),
  onCommand: (listener) => {
    ipcRenderer.on(CHANNELS.line.command, (_event, command: LineCommand) => listener(command));
  },
};

contextBridge.exposeInMainWorld('lineBridge', bridge);
