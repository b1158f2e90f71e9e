import { createRoot } from 'react-dom/client';
import type { Key } from '../../src-main/contract/keys';
import { Face } from './face';
import { listenToKeyboard } from './listen-to-keyboard';
import { heldKeys, lastPress, mirror, snapshots } from './store';

const { phoneBridge } = window;
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
