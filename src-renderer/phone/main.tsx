import { createRoot } from 'react-dom/client';
import { Face } from './face';
import { listenToKeyboard } from './listen-to-keyboard';
import { heldKeys, mirror, snapshots } from './store';

const { phoneBridge } = window;
mirror(phoneBridge);
listenToKeyboard(window, {
  softkeys: () => snapshots.getState()?.display.softkeys ?? [],
  press: (key) => phoneBridge.press(key),
  hold: (key) => heldKeys.setState(key, true),
});

const place = document.getElementById('face');
if (!place) throw new Error('index.html has no element "face"');
createRoot(place).render(<Face press={(key) => phoneBridge.press(key)} />);
