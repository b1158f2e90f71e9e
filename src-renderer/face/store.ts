import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PhoneBridge } from '../../src-main/contract/bridges';
import type { Key } from '../../src-main/contract/keys';
import type { PhoneSnapshot } from '../../src-main/contract/phone-snapshot';
import { keepEqual } from './keep-equal';

/** What the main process said last; null until it has said anything. */
export const snapshots = createStore<PhoneSnapshot | null>(() => null);

/** The key that is down on the computer's keyboard, to show it pushed in. */
export const heldKeys = createStore<Key | null>(() => null);

/** When a key was last pressed here, on the clock of the page. */
export const lastPress = createStore<number>(() => Number.NEGATIVE_INFINITY);

/** From now on the store is what the main process sends. A snapshot that was overtaken by a newer one is dropped. */
export function mirror(bridge: Pick<PhoneBridge, 'onSnapshot'>): void {
  bridge.onSnapshot((snapshot) => {
    const shown = snapshots.getState();
    if (shown && snapshot.version < shown.version) return;
    snapshots.setState(keepEqual(shown, snapshot), true);
  });
}

/** A part of the snapshot, for a part of the face: it is rendered again only when that part is another one. */
export const useSnapshot = <T>(part: (snapshot: PhoneSnapshot) => T, otherwise: T): T =>
  useStore(snapshots, (snapshot) => (snapshot === null ? otherwise : part(snapshot)));
