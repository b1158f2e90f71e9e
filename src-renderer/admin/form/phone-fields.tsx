import type { AdminBook } from '../../../src-main/contract/admin';
import { CheckField, SelectField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import { useDeviceDraft } from './use-drafts';

const NO_MODELS: AdminBook['models'] = { withCallBack: [], toCallBack: [], others: [] };
const NO_LOCALES: readonly string[] = [];

/** What a number without a phone does not have. */
export function PhoneFields() {
  const actions = useActions();
  const { model, userLocale, networkLocale, callWaiting, doNotDisturb } = useDeviceDraft();
  const models = usePage(({ shown }) => shown?.book.models ?? NO_MODELS);
  const locales = usePage(({ shown }) => shown?.book.locales ?? NO_LOCALES);
  const networkLocales = usePage(({ shown }) => shown?.book.networkLocales ?? NO_LOCALES);
  return (
    <>
      <SelectField
        field="model"
        label="Model"
        value={model}
        hint="Whether the phone has the CallBack softkey, and whether others can wait for it."
        onChange={(value) => actions.editDevice({ model: value })}
      >
        <Models label="With the CallBack softkey" models={models.withCallBack} />
        <Models label="Can be called back" models={models.toCallBack} />
        <Models label="Without Call Back" models={models.others} />
      </SelectField>
      <SelectField
        field="userLocale"
        label="User locale"
        value={userLocale}
        onChange={(value) => actions.editDevice({ userLocale: value })}
      >
        <Locales names={locales} />
      </SelectField>
      <SelectField
        field="networkLocale"
        label="Network locale"
        value={networkLocale}
        hint="Whose dial tone, ringback and busy tone are heard."
        onChange={(value) => actions.editDevice({ networkLocale: value })}
      >
        <option value="">As the country of the user locale</option>
        <Locales names={networkLocales} />
      </SelectField>
      <CheckField
        field="callWaiting"
        label="Call waiting"
        checked={callWaiting}
        hint="A second call is offered while one stands. Without it, the phone is then busy."
        onChange={(checked) => actions.editDevice({ callWaiting: checked })}
      />
      <CheckField
        field="doNotDisturb"
        label="Do not disturb"
        checked={doNotDisturb}
        hint="Callers hear busy. The DND softkey of the phone does the same."
        onChange={(checked) => actions.editDevice({ doNotDisturb: checked })}
      />
    </>
  );
}

function Locales({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {name.replaceAll('_', ' ')}
    </option>
  ));
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
