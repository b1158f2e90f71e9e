import { Lamp } from './lamp';
import { PhoneKey } from './phone-key';
import { useSnapshot } from './store';

const KEYS = [
  { kind: 'headset', name: 'Headset', colour: 'green' },
  { kind: 'mute', name: 'Mute', colour: 'red' },
  { kind: 'speaker', name: 'Speaker', colour: 'green' },
] as const;

/** Where the voice goes, and whether it does. */
export function AudioKeys() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="audio-keys" role="group" aria-label="Audio">
      {KEYS.map((key) => (
        <AudioKey key={key.kind} {...key} />
      ))}
    </div>
  );
}

function AudioKey({ kind, name, colour }: (typeof KEYS)[number]) {
  const pressed = useSnapshot(({ muted, hook }) => (kind === 'mute' ? muted : hook === kind), false);
  const lamp = useSnapshot(({ lamps }) => lamps[kind], 'off');
  return (
    <div className="audio">
      <span className="print" aria-hidden="true">
        {name.toLowerCase()}
      </span>
      <PhoneKey phoneKey={{ kind }} name={name} pressed={pressed} className="key audio-key">
        <Lamp state={lamp} colour={colour} />
      </PhoneKey>
    </div>
  );
}
