import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { type DemoCommand, type DemoView, SPEEDS } from '../../src-main/contract/guided-demo';

interface AppProps {
  readonly views: StoreApi<DemoView | null>;
  readonly send: (command: DemoCommand) => void;
}

const SPEED_LABELS: Readonly<Record<DemoView['speed'], string>> = {
  0.5: 'Slow',
  1: 'Usual',
  2: 'Fast',
  4: 'Very fast',
};

/** The caption of the story, and what its presenter may do. */
export function App({ views, send }: AppProps) {
  const view = useStore(views);
  if (!view) return null;
  const { step, of, caption, state, speed } = view;
  const runs = state === 'playing' || state === 'paused';
  return (
    <main>
      <h1>{step === 0 ? 'Guided demo' : `Guided demo: step ${step} of ${of}`}</h1>
      <p className="caption" role="status">
        {caption}
      </p>
      <div className="buttons">
        {runs && (
          <>
            <button type="button" className="main" onClick={() => send({ kind: 'next' })}>
              Next
            </button>
            <button type="button" onClick={() => send({ kind: state === 'paused' ? 'play' : 'pause' })}>
              {state === 'paused' ? 'Play' : 'Pause'}
            </button>
          </>
        )}
        <button type="button" className={runs ? '' : 'main'} onClick={() => send({ kind: 'restart' })}>
          Restart
        </button>
        <button type="button" onClick={() => send({ kind: 'close' })}>
          Close
        </button>
        <label>
          Speed
          <select
            value={speed}
            onChange={(event) => {
              const chosen = SPEEDS.find((one) => String(one) === event.target.value);
              if (chosen) send({ kind: 'speed', speed: chosen });
            }}
          >
            {SPEEDS.map((one) => (
              <option key={one} value={one}>
                {SPEED_LABELS[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </main>
  );
}
