import { SelectField } from '../../kit/form/field';
import { useBook } from './use-drafts';

interface TemplateSelectProps {
  readonly value: string;
  readonly hint: string;
  /** What an empty choice means; absent = one must be chosen. */
  readonly none?: string;
  readonly onChange: (value: string) => void;
}

export function TemplateSelect({ value, hint, none, onChange }: TemplateSelectProps) {
  const { templates } = useBook();
  const isKnown = value === '' || templates.some(({ name }) => name === value);
  return (
    <SelectField field="softkeyTemplate" label="Softkey Template" value={value} hint={hint} onChange={onChange}>
      {none !== undefined && <option value="">{none}</option>}
      {!isKnown && <option value={value}>{value} (not there any more)</option>}
      {templates.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
