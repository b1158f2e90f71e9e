import { useId } from 'react';
import { DeviceField } from './fields/device-field';
import { useActions, usePage } from './state/page-context';

/** Which devices are heard and spoken to, and how loud the loudest ring is. */
export function SoundSection() {
  const actions = useActions();
  const devices = usePage(({ book }) => book?.devices);
  const volume = usePage(({ book }) => book?.preferences.ringVolume ?? 10);
  const id = useId();
  if (!devices) return null;
  return (
    <section aria-label="Sound">
      <h2>Sound</h2>
      <DeviceField name="microphone" label="Microphone" devices={devices.microphones} />
      <div className="with-button">
        <DeviceField name="voiceOutput" label="Voice" devices={devices.outputs} />
        <button type="button" aria-label="Test the voice device" onClick={() => actions.testSound('voice')}>
          Test
        </button>
      </div>
      <div className="with-button">
        <DeviceField name="ringOutput" label="Ring and Call Back tone" devices={devices.outputs} />
        <button type="button" aria-label="Test the ring device" onClick={() => actions.testSound('ring')}>
          Test
        </button>
      </div>
      <div className="field">
        <label htmlFor={id}>Loudest ring</label>
        <input
          type="range"
          id={id}
          min={1}
          max={10}
          value={volume}
          onChange={(event) => void actions.change({ ringVolume: event.target.valueAsNumber })}
        />
        <output htmlFor={id}>{volume}</output>
        <p className="hint">The volume key of each phone turns its own ring down from there.</p>
      </div>
    </section>
  );
}
