import { SelectField, TextField } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { FormFrame } from './form-frame';
import { Locales } from './locales';
import type { FormProps } from './open-form';
import { TemplateSelect } from './template-select';
import { useBook, useDraft } from './use-drafts';

/** "Choose the Default device pool or any previously created device pool"; "In the Softkey Template field, choose the softkey template". */
export function PoolFormView({ onAsk }: FormProps) {
  const actions = useActions();
  const { devices, pools, locales } = useBook();
  const { name, isNew, softkeyTemplate, userLocale } = useDraft('pool');
  const phones = devices.filter((device) => device.devicePool === name && !device.isRoutePoint);
  const askToRemove = (): void =>
    onAsk({
      words: `Delete the device pool ${name}?`,
      yes: 'Delete',
      no: 'Keep',
      act: () => void actions.remove({ kind: 'pool', name }, `The device pool ${name}`, 'pool'),
    });
  return (
    <FormFrame
      key={isNew ? '' : name}
      name="Device pool"
      heading={isNew ? 'New device pool' : `Device Pool ${name}`}
      submit={isNew ? 'Insert' : 'Update'}
      buttons={
        !isNew &&
        name !== pools[0]?.name && (
          <button type="button" className="quiet" onClick={askToRemove}>
            Delete
          </button>
        )
      }
    >
      {isNew ? (
        <TextField
          field="name"
          label="Device pool name"
          value={name}
          maxLength={80}
          onChange={(value) => actions.edit('pool', { name: value })}
        />
      ) : (
        <p className="facts">
          {phones.length === 0 ? 'No phone is in it.' : `Phones: ${phones.map(({ number }) => number).join(', ')}`}
        </p>
      )}
      <TemplateSelect
        value={softkeyTemplate}
        hint="Of every phone in the pool that has none of its own."
        onChange={(value) => actions.edit('pool', { softkeyTemplate: value })}
      />
      <SelectField
        field="userLocale"
        label="User locale"
        value={userLocale}
        hint="The language of every phone in the pool that has none of its own."
        onChange={(value) => actions.edit('pool', { userLocale: value })}
      >
        <Locales names={locales} />
      </SelectField>
    </FormFrame>
  );
}
