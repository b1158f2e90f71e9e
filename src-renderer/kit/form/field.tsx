import { createContext, type InputHTMLAttributes, type ReactNode, useContext, useId } from 'react';
import type { FieldProblem } from '../../../src-main/contract/account-settings';

/** What the main process has found wrong with the form around the fields. */
export const ProblemsContext = createContext<readonly FieldProblem[]>([]);

/** What is wrong with a field, in words; null = nothing. */
export const useProblem = (field: string): string | null =>
  useContext(ProblemsContext).find((problem) => problem.field === field)?.words ?? null;

/** The words under a field, and what the field says of them to a screen reader. */
export function useNotes(field: string, hint?: ReactNode) {
  const problem = useProblem(field);
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    attributes: { 'aria-invalid': problem !== null, 'aria-describedby': described || undefined },
    notes: (
      <>
        {problem && (
          <p id={`${id}-problem`} className="problem">
            {problem}
          </p>
        )}
        {hint && (
          <p id={`${id}-hint`} className="hint">
            {hint}
          </p>
        )}
      </>
    ),
  };
}

interface TextFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id' | 'className'> {
  /** As FieldProblem names it. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  readonly onChange: (value: string) => void;
}

export function TextField({ field, label, value, hint, onChange, ...input }: TextFieldProps) {
  const { id, attributes, notes } = useNotes(field, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={512}
        {...input}
        {...attributes}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {notes}
    </div>
  );
}

interface CheckFieldProps {
  readonly field: string;
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ field, label, checked, hint, disabled = false, onChange }: CheckFieldProps) {
  const { id, attributes, notes } = useNotes(field, hint);
  return (
    <div className="field check">
      <input
        type="checkbox"
        {...attributes}
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {notes}
    </div>
  );
}

interface SelectFieldProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  /** The options. */
  readonly children: ReactNode;
  readonly onChange: (value: string) => void;
}

export function SelectField({ field, label, value, hint, children, onChange }: SelectFieldProps) {
  const { id, attributes, notes } = useNotes(field, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...attributes} id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
      {notes}
    </div>
  );
}
