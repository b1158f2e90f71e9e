import type { Codec } from '../../../src-main/contract/line-port';
import { useProblem } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';

const NAMES: Readonly<Record<Codec, string>> = {
  PCMU: 'PCMU (G.711 µ-law)',
  PCMA: 'PCMA (G.711 A-law)',
  G722: 'G.722 (wide band)',
  opus: 'Opus (wide band)',
};

/** The order in which codecs are offered, changed by buttons: dragging would leave out who uses the keyboard. */
export function CodecOrder() {
  const actions = useActions();
  const codecs = usePage(({ draft }) => draft.codecs);
  const problem = useProblem('codecs');
  const move = (from: number, to: number): void => {
    const moved = codecs.filter((_codec, at) => at !== from);
    const codec = codecs[from];
    if (codec) actions.edit({ codecs: [...moved.slice(0, to), codec, ...moved.slice(to)] });
  };
  return (
    <fieldset>
      <legend>Codecs, the best liked first</legend>
      {problem && <p className="problem">{problem}</p>}
      <ol className="codecs">
        {codecs.map((codec, at) => (
          <li key={codec}>
            <span>{NAMES[codec]}</span>
            <MoveButton codec={codec} way="up" disabled={at === 0} onMove={() => move(at, at - 1)} />
            <MoveButton codec={codec} way="down" disabled={at === codecs.length - 1} onMove={() => move(at, at + 1)} />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

interface MoveButtonProps {
  readonly codec: Codec;
  readonly way: 'up' | 'down';
  readonly disabled: boolean;
  readonly onMove: () => void;
}

function MoveButton({ codec, way, disabled, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="small"
      aria-label={`Move ${codec} ${way}`}
      // Not `disabled`: that would take the focus from who has just moved it to the end.
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onMove();
      }}
    >
      {way === 'up' ? '↑' : '↓'}
    </button>
  );
}
