import { PhoneKey } from './phone-key';
import { useSnapshot } from './store';

const POSITIONS = [1, 2, 3, 4] as const;

const NONE: readonly (string | null)[] = [];

/** Four buttons under the display, each named by the label above it. */
export function Softkeys() {
  const labels = useSnapshot(({ display }) => display.softkeys, NONE);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="softkeys" role="group" aria-label="Softkeys">
      {POSITIONS.map((position) => {
        const label = labels[position - 1] ?? null;
        return (
          <PhoneKey
            key={position}
            phoneKey={{ kind: 'softkey', position }}
            name={label ?? `Softkey ${position} (empty)`}
            disabled={label === null}
            className="key softkey"
          />
        );
      })}
    </div>
  );
}
