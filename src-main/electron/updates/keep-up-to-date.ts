import { Updates, wordsOf } from '../../app/updates';
import type { Clock } from '../../base/clock';
import type { Preferences } from '../../contract/preferences';
import { showNotification } from '../desktop/notifications/simple-notification';
import { knowsFeed, loadUpdater } from './electron-updates';

/** As far as the shell knows where preferences are kept. */
export interface KeptPreferences {
  get(): Preferences;
  onDidChange(listener: (preferences: Preferences) => void): () => void;
}

/** From now on, and as soon as it is wished, the app looks for newer versions of itself. */
export function keepUpToDate(preferences: KeptPreferences, clock: Clock, trace: (text: string) => void): void {
  const updates = new Updates({
    clock,
    knowsFeed: knowsFeed(),
    load: () => loadUpdater(trace),
    onChange: (state) => {
      if (state.kind === 'ready') showNotification('Callback Phone', wordsOf(state), () => {}, trace);
      else trace(wordsOf(state));
    },
  });
  updates.set(preferences.get().updates);
  preferences.onDidChange(({ updates: on }) => updates.set(on));
}
