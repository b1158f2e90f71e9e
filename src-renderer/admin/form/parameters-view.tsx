import { PARAMETER_LIST, type Parameter } from '../../../src-main/contract/parameter-list';
import { DEFAULT_PARAMETERS } from '../../../src-main/contract/service-parameters';
import { CheckField, SelectField, TextField } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { FormFrame } from './form-frame';
import { useDraft } from './use-drafts';

/** The service parameters of Cisco Extended Functions. */
export function ParametersView() {
  return (
    <FormFrame
      key="parameters"
      name="Service parameters"
      heading="Cisco Extended Functions: service parameters"
      submit="Update"
    >
      <p className="facts">The defaults do for most people.</p>
      {PARAMETER_LIST.map((parameter) => (
        <ParameterField key={parameter.field} parameter={parameter} />
      ))}
    </FormFrame>
  );
}

function ParameterField({ parameter }: { readonly parameter: Parameter }) {
  const actions = useActions();
  const { field, name, kind } = parameter;
  const value = useDraft('parameters')[field];
  const hint = hintOf(parameter);
  if (kind === 'check') {
    return (
      <CheckField
        field={field}
        label={name}
        checked={value === true}
        hint={hint}
        onChange={(checked) => actions.edit('parameters', { [field]: checked })}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <SelectField
        field={field}
        label={name}
        value={String(value)}
        hint={hint}
        onChange={(chosen) => actions.edit('parameters', { [field]: chosen })}
      >
        {parameter.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      field={field}
      label={name}
      value={String(value)}
      maxLength={64}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      hint={hint}
      onChange={(text) => actions.edit('parameters', { [field]: text })}
    />
  );
}

function hintOf(parameter: Parameter): string {
  const { field, words, restart } = parameter;
  const unit = parameter.kind === 'number' && parameter.unit ? ` In ${parameter.unit}.` : '';
  const standard = parameter.kind === 'check' ? '' : ` The default is ${DEFAULT_PARAMETERS[field]}.`;
  return `${words}${unit}${standard}${restart ? ' Counts after a restart of the service.' : ''}`;
}
