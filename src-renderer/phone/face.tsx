import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Key } from '../../src-main/contract/keys';
import type { Lamps } from '../../src-main/contract/phone-snapshot';
import { AudioKeys } from './audio-keys';
import { Casing } from './casing';
import { FeatureKeys } from './feature-keys';
import { Handset } from './handset';
import { Keypad } from './keypad';
import { Lcd } from './lcd/lcd';
import { LineButtons } from './line-buttons';
import { PressContext } from './phone-key';
import { NavigationRocker, VolumeRocker } from './rockers';
import { Softkeys } from './softkeys';
import { snapshots } from './store';

const ALL_OFF: Lamps = { handset: 'off', speaker: 'off', headset: 'off', mute: 'off', messages: 'off' };

/** The whole phone, as the main process says it is. */
export function Face({ press }: { readonly press: (key: Key) => void }) {
  const snapshot = useStore(snapshots);
  const display = snapshot?.display;
  const lineButtons = snapshot?.lineButtons;
  const shown = useMemo(() => (display && lineButtons ? { display, lineButtons } : null), [display, lineButtons]);
  const lamps = snapshot?.lamps ?? ALL_OFF;
  const hook = snapshot?.hook ?? 'onHook';

  const number = snapshot?.device.number;
  useEffect(() => {
    if (number !== undefined) document.title = `7960 – ${number}`;
  }, [number]);

  return (
    <PressContext value={press}>
      <main className="phone">
        <Casing />
        <Handset lifted={hook === 'handset'} lamp={lamps.handset} />
        <Lcd shown={shown} />
        <LineButtons buttons={lineButtons ?? []} />
        <Softkeys labels={display?.softkeys ?? []} />
        <Keypad />
        <NavigationRocker />
        <FeatureKeys messagesLamp={lamps.messages} />
        <VolumeRocker />
        <AudioKeys hook={hook} muted={snapshot?.muted ?? false} lamps={lamps} />
      </main>
    </PressContext>
  );
}
