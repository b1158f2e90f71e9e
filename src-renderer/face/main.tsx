import { createRoot } from 'react-dom/client';
import type { PhoneBridge } from '../../src-main/contract/bridges';
import type { Key } from '../../src-main/contract/keys';
import { Face } from './face';
import { listenToKeyboard } from './listen-to-keyboard';
import { heldKeys, lastPress, mirror, snapshots } from './store';

/** This page's preload has put it on the window, and nothing else. */
declare const phoneBridge: PhoneBridge;

const press = (key: Key): void => {
  lastPress.setState(performance.now(), true);
  phoneBridge.press(key);
};
mirror(phoneBridge);
listenToKeyboard(window, {
  display: () => snapshots.getState()?.display ?? null,
  press,
  hold: (key) => heldKeys.setState(key, true),
});

const place = document.getElementById('face');
if (!place) throw new Error('index.html has no element "face"');
createRoot(place).render(<Face press={press} />);
