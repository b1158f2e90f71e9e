import type { FarState, LineButton } from '../../src-main/contract/phone-snapshot';
import { Lamp } from './lamp';
import { PhoneKey } from './phone-key';
import { useSnapshot } from './store';

const BUTTONS = [1, 2, 3, 4, 5, 6] as const;

/** How the line stands that a speed dial calls, after its name; nothing if nobody tells. */
const FAR_WORDS: Readonly<Record<FarState, string>> = {
  unknown: '',
  idle: ', free',
  ringing: ', ringing',
  inUse: ', in use',
  doNotDisturb: ', do not disturb',
};

/** Six buttons beside the labels of the display. */
export function LineButtons() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="line-buttons" role="group" aria-label="Lines and speed dials">
      {BUTTONS.map((button) => (
        <OneButton key={button} button={button} />
      ))}
    </div>
  );
}

function OneButton({ button }: { readonly button: (typeof BUTTONS)[number] }) {
  const line = useSnapshot(({ lineButtons }) => lineButtons[button - 1] ?? null, null);
  return (
    <PhoneKey
      phoneKey={{ kind: 'line', button }}
      name={line ? nameOf(line) : `Line ${button} (empty)`}
      description={line?.kind === 'line' && line.far === 'inUse' ? 'In use on another phone' : undefined}
      disabled={line === null}
      className="key line-button"
    >
      <Lamp state={line?.lamp ?? 'off'} colour={line?.kind === 'speedDial' ? 'red' : 'green'} />
    </PhoneKey>
  );
}

const nameOf = ({ kind, label, far }: LineButton): string =>
  kind === 'line' ? `Line ${label}` : `Speed dial ${label}${FAR_WORDS[far]}`;
