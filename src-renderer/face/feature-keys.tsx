import { Lamp } from './lamp';
import { PhoneKey } from './phone-key';
import { InformationPrint } from './prints';
import { useSnapshot } from './store';

const KEYS = [
  { kind: 'messages', name: 'Messages' },
  { kind: 'directories', name: 'Directories' },
  { kind: 'services', name: 'Services' },
  { kind: 'settings', name: 'Settings' },
] as const;

/** The keys with names of their own, and the two that explain the others. */
export function FeatureKeys() {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="feature-keys" role="group" aria-label="Features">
        {KEYS.map(({ kind, name }) => (
          <div key={kind} className="feature">
            <span className="print" aria-hidden="true">
              {name.toLowerCase()}
            </span>
            <PhoneKey phoneKey={{ kind }} name={name} className="key feature-key">
              {kind === 'messages' && <MessagesLamp />}
            </PhoneKey>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="information-keys" role="group" aria-label="Explanations">
        <PhoneKey phoneKey={{ kind: 'info' }} name="Information" className="key round-key">
          <InformationPrint />
        </PhoneKey>
        <PhoneKey phoneKey={{ kind: 'help' }} name="Help" className="key round-key">
          ?
        </PhoneKey>
      </div>
    </>
  );
}

function MessagesLamp() {
  return <Lamp state={useSnapshot(({ lamps }) => lamps.messages, 'off')} colour="red" />;
}
