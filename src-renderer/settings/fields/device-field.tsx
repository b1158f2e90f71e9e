import type { SoundDevices } from '../../../src-main/contract/line-port';
import { SelectField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';

interface DeviceFieldProps {
  readonly name: 'microphone' | 'voiceOutput' | 'ringOutput';
  readonly label: string;
  readonly devices: SoundDevices;
}

/** One of the machine's sound devices. One that was chosen and is unplugged stays chosen. */
export function DeviceField({ name, label, devices }: DeviceFieldProps) {
  const actions = useActions();
  const chosen = usePage(({ book }) => book?.preferences[name] ?? '');
  // Chromium lists the system's own choice as one more device.
  const real = devices.filter(({ id }) => id !== '' && id !== 'default');
  const missing = chosen !== '' && !real.some(({ id }) => id === chosen);
  return (
    <SelectField field={name} label={label} value={chosen} onChange={(id) => void actions.change({ [name]: id })}>
      <option value="">As the system has it</option>
      {real.map(({ id, label: words }, index) => (
        <option key={id} value={id}>
          {words || `Device ${index + 1}`}
        </option>
      ))}
      {missing && <option value={chosen}>Not connected now</option>}
    </SelectField>
  );
}
