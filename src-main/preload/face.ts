import { contextBridge, ipcRenderer } from 'electron';
import type { PhoneBridge } from '../contract/bridges';
import { CHANNELS } from '../contract/channels';
import type { PhoneSnapshot } from '../contract/phone-snapshot';
import './stay';

const bridge: PhoneBridge = {
  press: (key) => ipcRenderer.send(CHANNELS.phone.press, key),
  onSnapshot: (listener) => {
    ipcRenderer.on(CHANNELS.phone.snapshot, (_event, snapshot: PhoneSnapshot) => listener(snapshot));
    ipcRenderer.send(CHANNELS.phone.listen);
  },
};

contextBridge.exposeInMainWorld('phoneBridge', bridge);
