import { CheckField, TextField } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { FormFrame } from './form-frame';
import { ForwardFields } from './forward-fields';
import type { FormProps } from './open-form';
import { useBook, useDraft } from './use-drafts';

/** A directory number, and the phones that have it. */
export function LineFormView({ onOpen }: FormProps) {
  const actions = useActions();
  const { devices } = useBook();
  const { number, displayName, callWaiting } = useDraft('line');
  const phones = devices.filter(({ buttons }) =>
    buttons.some((button) => button.kind === 'line' && button.number === number),
  );
  return (
    <FormFrame key={number} name="Line" heading={`Line ${number}`} submit="Update">
      <p className="facts">
        {phones.length > 1 ? 'Shared: what you change counts for every phone that has it.' : 'On one phone.'}
      </p>
      <ul className="item-list" aria-label="Phones that have this line">
        {phones.map((phone) => (
          <li key={phone.name}>
            <button type="button" className="quiet" onClick={() => onOpen({ kind: 'device', id: phone.name })}>
              Back to phone {phone.number} {phone.displayName}
            </button>
          </li>
        ))}
      </ul>
      <TextField
        field="displayName"
        label="Display name"
        value={displayName}
        maxLength={80}
        hint="Shown to those whom this line calls."
        onChange={(value) => actions.edit('line', { displayName: value })}
      />
      <CheckField
        field="callWaiting"
        label="Call waiting"
        checked={callWaiting}
        hint="A second call is offered while one stands. Without it, the line is then busy."
        onChange={(checked) => actions.edit('line', { callWaiting: checked })}
      />
      <ForwardFields of="line" isRoutePoint={false} />
    </FormFrame>
  );
}
