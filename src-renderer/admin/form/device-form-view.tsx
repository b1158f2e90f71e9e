import { TextField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import { openDevice } from '../state/page-state';
import { FormFrame } from './form-frame';
import { ForwardFields } from './forward-fields';
import { PhoneFields } from './phone-fields';
import { useDeviceDraft } from './use-drafts';

/** A phone, or a CTI route point: a number without a phone. */
export function DeviceFormView({ onRemove }: { readonly onRemove: () => void }) {
  const actions = useActions();
  const draft = useDeviceDraft();
  const device = usePage(openDevice);
  const isRoutePoint = device?.isRoutePoint ?? true;
  return (
    <FormFrame
      key={draft.name}
      name={isRoutePoint ? 'CTI route point' : 'Phone'}
      heading={device ? `${device.number} ${device.displayName}` : 'New CTI route point'}
      buttons={
        device?.isRoutePoint && (
          <button type="button" className="quiet" onClick={onRemove}>
            Remove this route point
          </button>
        )
      }
    >
      {device && (
        <p className="facts">
          Device name {device.name}, directory number {device.number}
        </p>
      )}
      {!device && (
        <TextField
          field="number"
          label="Directory number"
          value={draft.number}
          inputMode="numeric"
          maxLength={24}
          hint="A number that no phone has. Calls to it go to the phone that you name below."
          onChange={(number) => actions.editDevice({ number })}
        />
      )}
      <TextField
        field="displayName"
        label="Display name"
        value={draft.displayName}
        maxLength={80}
        hint={isRoutePoint ? 'How this list calls it.' : 'Shown to those whom this phone calls.'}
        onChange={(displayName) => actions.editDevice({ displayName })}
      />
      <TextField
        field="description"
        label="Description"
        value={draft.description}
        maxLength={200}
        hint="For yourself: a room, a desk, a purpose."
        onChange={(description) => actions.editDevice({ description })}
      />
      {!isRoutePoint && <PhoneFields />}
      <ForwardFields isRoutePoint={isRoutePoint} />
    </FormFrame>
  );
}
