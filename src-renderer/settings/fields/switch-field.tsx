import type { ReactNode } from 'react';
import type { Preferences } from '../../../src-main/contract/preferences';
import { CheckField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';

type SwitchName = { [Name in keyof Preferences]: Preferences[Name] extends boolean ? Name : never }[keyof Preferences];

interface SwitchFieldProps {
  readonly name: SwitchName;
  readonly label: string;
  readonly hint?: ReactNode;
  /** The desktop does not offer it; the hint says why. */
  readonly disabled?: boolean;
}

/** A preference that is on or off. */
export function SwitchField({ name, label, hint, disabled = false }: SwitchFieldProps) {
  const actions = useActions();
  const on = usePage(({ book }) => book?.preferences[name] ?? false);
  return (
    <CheckField
      field={name}
      label={label}
      checked={on && !disabled}
      hint={hint}
      disabled={disabled}
      onChange={(checked) => void actions.change({ [name]: checked })}
    />
  );
}
