import type { ShownStep } from '../state/test-run';

const SHAPES: Readonly<Record<ShownStep['state'], string>> = {
  waiting: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2',
  running: 'M8 2a6 6 0 0 1 6 6',
  passed: 'M3 8.5l3.5 3.5L13 4.5',
  lacking: 'M8 3v6.5M8 12.5v.5',
  failed: 'M4 4l8 8M12 4l-8 8',
  skipped: 'M4 8h8',
};

/** For who sees; the word beside it says the same. */
export function StateIcon({ state }: { readonly state: ShownStep['state'] }) {
  return (
    <svg className="state-icon" data-state={state} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[state]} />
    </svg>
  );
}
