import { PhoneKey } from './phone-key';

const POSITIONS = [1, 2, 3, 4] as const;

/** Four buttons under the display, each named by the label above it. */
export function Softkeys({ labels }: { readonly labels: readonly (string | null)[] }) {
  return (
    <div className="softkeys">
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
