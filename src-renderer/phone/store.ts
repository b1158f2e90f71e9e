import { createStore } from 'zustand/vanilla';
import type { PhoneBridge } from '../../src-main/contract/bridges';
import type { Key } from '../../src-main/contract/keys';
import type { PhoneSnapshot } from '../../src-main/contract/phone-snapshot';

/** What the main process said last; null until it has said anything. */
export const snapshots = createStore<PhoneSnapshot | null>(() => null);

/** The key that is down on the computer's keyboard, to show it pushed in. */
export const heldKeys = createStore<Key | null>(() => null);

/** From now on the store is what the main process sends. A snapshot that was overtaken by a newer one is dropped. */
export function mirror(bridge: Pick<PhoneBridge, 'onSnapshot'>): void {
  bridge.onSnapshot((snapshot) => {
    const shown = snapshots.getState();
    if (shown && snapshot.version < shown.version) return;
    snapshots.setState(snapshot, true);
  });
}
