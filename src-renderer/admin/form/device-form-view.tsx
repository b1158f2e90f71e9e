import { TextField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import { openDevice } from '../state/page-state';
import { ButtonsFields } from './buttons-fields';
import { FormFrame } from './form-frame';
import { ForwardFields } from './forward-fields';
import type { FormProps } from './open-form';
import { PhoneFields } from './phone-fields';
import { useDraft } from './use-drafts';

/** A phone with its first line, or a CTI route point: a number without a phone. */
export function DeviceFormView({ onOpen, onAsk }: FormProps) {
  const actions = useActions();
  const draft = useDraft('device');
  const device = usePage(openDevice);
  const isRoutePoint = device?.isRoutePoint ?? true;
  const askToRemove = (): void =>
    onAsk({
      words: `Remove the CTI route point ${draft.number}?`,
      yes: 'Remove',
      no: 'Keep',
      act: () =>
        void actions.remove(
          { kind: 'routePoint', name: draft.name },
          `The CTI route point ${draft.number}`,
          'routePoint',
        ),
    });
  return (
    <FormFrame
      key={draft.name}
      name={isRoutePoint ? 'CTI route point' : 'Phone'}
      heading={device ? `${device.number} ${device.displayName}` : 'New CTI route point'}
      submit={device ? 'Update' : 'Insert'}
      buttons={
        device?.isRoutePoint && (
          <button type="button" className="quiet" onClick={askToRemove}>
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
          onChange={(number) => actions.edit('device', { number })}
        />
      )}
      <TextField
        field="displayName"
        label="Display name"
        value={draft.displayName}
        maxLength={80}
        hint={isRoutePoint ? 'How this list calls it.' : 'Shown to those whom this phone calls.'}
        onChange={(displayName) => actions.edit('device', { displayName })}
      />
      <TextField
        field="description"
        label="Description"
        value={draft.description}
        maxLength={200}
        hint="For yourself: a room, a desk, a purpose."
        onChange={(description) => actions.edit('device', { description })}
      />
      {!isRoutePoint && <PhoneFields />}
      <ForwardFields of="device" isRoutePoint={isRoutePoint} />
      {device && !isRoutePoint && <ButtonsFields onConfigure={(id) => onOpen({ kind: 'line', id })} />}
    </FormFrame>
  );
}
