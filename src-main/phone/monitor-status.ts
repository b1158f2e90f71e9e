import type { Watch, WatchMeans } from '../contract/station';
import type { PhoneInput } from './phone-input';
import type { PhraseId } from './phrases';

const PHRASES: Readonly<Record<WatchMeans, PhraseId>> = {
  starting: 'watchStarting',
  queued: 'watchQueued',
  live: 'watchLive',
  presence: 'watchPresence',
  asking: 'watchAsking',
  lost: 'watchLost',
};

/** What the prompt line says of how the phone's Call Back watches the called line; null = it does not. */
export const watchStatus = (watch: Watch | null): Extract<PhoneInput, { kind: 'status' }> => ({
  kind: 'status',
  phrase: watch ? PHRASES[watch.means] : null,
  value: watch?.number ?? '',
  second: watch ? String(watch.every) : '',
});
