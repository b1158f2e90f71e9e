import type { LineButton } from '../../src-main/contract/phone-snapshot';
import { Lamp } from './lamp';
import { PhoneKey } from './phone-key';

const BUTTONS = [1, 2, 3, 4, 5, 6] as const;

/** Six buttons beside the labels of the display. */
export function LineButtons({ buttons }: { readonly buttons: readonly (LineButton | null)[] }) {
  return (
    <div className="line-buttons">
      {BUTTONS.map((button) => {
        const line = buttons[button - 1] ?? null;
        return (
          <PhoneKey
            key={button}
            phoneKey={{ kind: 'line', button }}
            name={line ? `Line ${line.label}` : `Line ${button} (empty)`}
            disabled={line === null}
            className="key line-button"
          >
            <Lamp state={line?.lamp ?? 'off'} colour="green" />
          </PhoneKey>
        );
      })}
    </div>
  );
}
