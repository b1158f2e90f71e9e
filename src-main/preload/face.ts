import { contextBridge } from 'electron';
import type { PhoneBridge } from '../contract/bridges';
import { FACE_CHANNELS } from '../contract/channels/face-channels';
import { pageIpc } from './page-ipc';
import './stay';

const ipc = pageIpc(FACE_CHANNELS);

const bridge: PhoneBridge = {
  press: (key) => ipc.send('phone:press', key),
  onSnapshot: (listener) => {
    ipc.on('phone:snapshot', listener);
    ipc.send('phone:listen', undefined);
  },
};

contextBridge.exposeInMainWorld('phoneBridge', bridge);
