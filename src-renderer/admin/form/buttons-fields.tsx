import type { ButtonForm } from '../../../src-main/contract/admin-forms';
import { useNotes } from '../../kit/form/field';
import { useActions } from '../state/page-context';
import { useBook, useDraft } from './use-drafts';

interface ButtonsFieldsProps {
  /** What belongs to a line has a form of its own. */
  readonly onConfigure: (number: string) => void;
}

/** The six buttons beside the display: lines, and below them speed dials. */
export function ButtonsFields({ onConfigure }: ButtonsFieldsProps) {
  const { buttons } = useDraft('device');
  return (
    <fieldset>
      <legend>Buttons</legend>
      <p className="hint">
        Lines stand above speed dials. Two phones with the same line share it: both ring, and it is available when both
        are on hook.
      </p>
      {buttons.map((button, index) => (
        // Six places that never move: the place is what a row is.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <ButtonRow key={index} index={index} button={button} onConfigure={onConfigure} />
      ))}
    </fieldset>
  );
}

interface ButtonRowProps extends ButtonsFieldsProps {
  readonly index: number;
  readonly button: ButtonForm;
}

function ButtonRow({ index, button, onConfigure }: ButtonRowProps) {
  const actions = useActions();
  const { buttons } = useDraft('device');
  const { lines, devices } = useBook();
  const name = `Button ${index + 1}`;
  const { id, attributes, notes } = useNotes(`buttons.${index + 1}`);
  const change = (changed: Partial<ButtonForm>): void =>
    actions.edit('device', { buttons: buttons.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  const isLine = button.kind === 'line' && lines.some(({ number }) => number === button.number);
  const sharers = devices.filter((device) =>
    device.buttons.some(({ kind, number }) => kind === 'line' && number === button.number),
  );
  return (
    <div className="field button-row">
      <label htmlFor={id}>{name}</label>
      <div className="button-parts">
        <select
          id={id}
          value={button.kind}
          onChange={(event) => change({ kind: event.target.value as ButtonForm['kind'] })}
        >
          <option value="none">Nothing</option>
          <option value="line">Line</option>
          <option value="speedDial">Speed dial</option>
        </select>
        {button.kind !== 'none' && (
          <input
            type="text"
            inputMode="numeric"
            maxLength={24}
            aria-label={`${name}: number`}
            {...attributes}
            value={button.number}
            onChange={(event) => change({ number: event.target.value })}
          />
        )}
        {button.kind === 'speedDial' && (
          <input
            type="text"
            maxLength={40}
            aria-label={`${name}: label`}
            placeholder="Label"
            value={button.label}
            onChange={(event) => change({ label: event.target.value })}
          />
        )}
        {isLine && (
          <button type="button" className="quiet" onClick={() => onConfigure(button.number)}>
            Configure line {button.number}
          </button>
        )}
      </div>
      {notes}
      {isLine && sharers.length > 1 && (
        <p className="hint">Shared by {sharers.map((device) => `${device.number} ${device.displayName}`).join(', ')}</p>
      )}
    </div>
  );
}
