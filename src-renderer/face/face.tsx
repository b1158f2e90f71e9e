import { useEffect } from 'react';
import type { Key } from '../../src-main/contract/keys';
import { Announcer } from './announce/announcer';
import { AudioKeys } from './audio-keys';
import { Casing } from './casing';
import { FeatureKeys } from './feature-keys';
import { Handset } from './handset/handset';
import { Keypad } from './keypad';
import { Lcd } from './lcd/lcd';
import { LineButtons } from './line-buttons';
import { PressContext } from './phone-key';
import { NavigationRocker, VolumeRocker } from './rockers';
import { Softkeys } from './softkeys';
import { useSnapshot } from './store';

/** The whole phone, as the main process says it is. Each part of it looks at its own part of the snapshot. */
export function Face({ press }: { readonly press: (key: Key) => void }) {
  const casing = useSnapshot(({ appearance }) => appearance.casing, 'dark');
  const number = useSnapshot(({ device }) => device.number, '');
  useEffect(() => {
    if (number !== '') document.title = `7960 – ${number}`;
  }, [number]);
  // The desk that the phone stands on is of its colours too.
  useEffect(() => {
    document.documentElement.dataset.casing = casing;
  }, [casing]);

  return (
    <PressContext value={press}>
      <main className="phone">
        <h1 className="unseen">IP Phone 7960</h1>
        <Casing />
        <Handset />
        <Lcd />
        <LineButtons />
        <Softkeys />
        <Keypad />
        <NavigationRocker />
        <FeatureKeys />
        <VolumeRocker />
        <AudioKeys />
        <Announcer />
      </main>
    </PressContext>
  );
}
