import { CheckField, SelectField } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { Locales, nameOfLocale } from './locales';
import { TemplateSelect } from './template-select';
import { useBook, useDraft } from './use-drafts';

/** What a number without a phone does not have. */
export function PhoneFields() {
  const actions = useActions();
  const { model, userLocale, networkLocale, callWaiting, doNotDisturb, devicePool, softkeyTemplate } =
    useDraft('device');
  const { models, locales, networkLocales, pools } = useBook();
  return (
    <>
      <SelectField
        field="model"
        label="Model"
        value={model}
        hint="Whether the phone has the CallBack softkey, and whether others can wait for it."
        onChange={(value) => actions.edit('device', { model: value })}
      >
        <Models label="With the CallBack softkey" models={models.withCallBack} />
        <Models label="Can be called back" models={models.toCallBack} />
        <Models label="Without Call Back" models={models.others} />
      </SelectField>
      <SelectField
        field="userLocale"
        label="User locale"
        value={userLocale}
        onChange={(value) => actions.edit('device', { userLocale: value })}
      >
        <option value="">
          {`That of the device pool (${nameOfLocale(pools.find(({ name }) => name === devicePool)?.userLocale ?? '')})`}
        </option>
        <Locales names={locales} />
      </SelectField>
      <SelectField
        field="networkLocale"
        label="Network locale"
        value={networkLocale}
        hint="Whose dial tone, ringback and busy tone are heard."
        onChange={(value) => actions.edit('device', { networkLocale: value })}
      >
        <option value="">As the country of the user locale</option>
        <Locales names={networkLocales} />
      </SelectField>
      <SelectField
        field="devicePool"
        label="Device Pool"
        value={devicePool}
        onChange={(value) => actions.edit('device', { devicePool: value })}
      >
        {pools.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <TemplateSelect
        value={softkeyTemplate}
        hint="Goes before that of the device pool. The phone obeys at once."
        none={`That of the device pool (${pools.find(({ name }) => name === devicePool)?.softkeyTemplate ?? ''})`}
        onChange={(value) => actions.edit('device', { softkeyTemplate: value })}
      />
      <CheckField
        field="callWaiting"
        label="Call waiting"
        checked={callWaiting}
        hint="A second call is offered while one stands. Without it, the phone is then busy."
        onChange={(checked) => actions.edit('device', { callWaiting: checked })}
      />
      <CheckField
        field="doNotDisturb"
        label="Do not disturb"
        checked={doNotDisturb}
        hint="Callers hear busy. The DND softkey of the phone does the same."
        onChange={(checked) => actions.edit('device', { doNotDisturb: checked })}
      />
    </>
  );
}

function Models({ label, models }: { readonly label: string; readonly models: readonly string[] }) {
  return (
    <optgroup label={label}>
      {models.map((model) => (
        <option key={model} value={model}>
          {model}
        </option>
      ))}
    </optgroup>
  );
}
