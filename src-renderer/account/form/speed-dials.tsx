import { TextField } from '../../kit/form/field';
import type { Draft } from '../state/draft';
import { useActions, usePage } from '../state/page-context';

type SpeedDial = Draft['speedDials'][number];

/** For the buttons of the phone that are no lines. */
export function SpeedDials() {
  const actions = useActions();
  const dials = usePage(({ draft }) => draft.speedDials);
  const setAll = (speedDials: Draft['speedDials']): void => actions.edit({ speedDials });
  return (
    <fieldset>
      <legend>Speed dials</legend>
      <p className="hint">
        Each takes a button beside the display that no line has. It shows whether the other line is free, where the
        server tells.
      </p>
      {dials.map((dial, at) => (
        <SpeedDialFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two empty rows apart
          key={at}
          at={at}
          dial={dial}
          onChange={(changed) => setAll(dials.map((other, place) => (place === at ? changed : other)))}
          onRemove={() => setAll(dials.filter((_other, place) => place !== at))}
        />
      ))}
      <button type="button" onClick={() => setAll([...dials, { number: '', label: '' }])}>
        Add a speed dial
      </button>
    </fieldset>
  );
}

interface SpeedDialFieldsProps {
  readonly at: number;
  readonly dial: SpeedDial;
  readonly onChange: (dial: SpeedDial) => void;
  readonly onRemove: () => void;
}

function SpeedDialFields({ at, dial, onChange, onRemove }: SpeedDialFieldsProps) {
  const name = `Speed dial ${at + 1}`;
  return (
    <fieldset className="row" aria-label={name}>
      <TextField
        field={`speedDials.${at}`}
        label="Number to call"
        value={dial.number}
        maxLength={64}
        onChange={(number) => onChange({ ...dial, number })}
      />
      <TextField
        field={`speedDials.${at}.label`}
        label="Label"
        value={dial.label}
        maxLength={32}
        placeholder={dial.number}
        onChange={(label) => onChange({ ...dial, label })}
      />
      <button type="button" className="quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
        Remove
      </button>
    </fieldset>
  );
}
