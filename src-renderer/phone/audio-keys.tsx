import type { Hook, Lamps } from '../../src-main/contract/phone-snapshot';
import { Lamp } from './lamp';
import { PhoneKey } from './phone-key';

const KEYS = [
  { kind: 'headset', name: 'Headset', colour: 'green' },
  { kind: 'mute', name: 'Mute', colour: 'red' },
  { kind: 'speaker', name: 'Speaker', colour: 'green' },
] as const;

interface AudioKeysProps {
  readonly hook: Hook;
  readonly muted: boolean;
  readonly lamps: Lamps;
}

/** Where the voice goes, and whether it does. */
export function AudioKeys({ hook, muted, lamps }: AudioKeysProps) {
  return (
    <div className="audio-keys">
      {KEYS.map(({ kind, name, colour }) => (
        <div key={kind} className="audio">
          <span className="print" aria-hidden="true">
            {name.toLowerCase()}
          </span>
          <PhoneKey
            phoneKey={{ kind }}
            name={name}
            pressed={kind === 'mute' ? muted : hook === kind}
            className="key audio-key"
          >
            <Lamp state={lamps[kind]} colour={colour} />
          </PhoneKey>
        </div>
      ))}
    </div>
  );
}
