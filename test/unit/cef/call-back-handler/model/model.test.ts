import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../../../src-main/contract/service-parameters';
import { HAPPENINGS } from './commands';
import { Trial } from './trial';

const parameters = fc.record({
  idleGuard: fc.constantFrom(0, 3, 3, 15),
  requestsPerPhone: fc.constantFrom(1, 1, 1, 2, 3),
  keepOnReset: fc.constantFrom(true, true, false),
});

/** All that can be told, and every end that there is. */
const WHAT_HAPPENS = [
  ...['activated', 'available', 'twinkle', 'alreadyActive', 'request', 'notActive', 'cannotActivate', 'cannotInvoke'],
  ...['expired', 'closed', 'dials', 'endedCancelled', 'endedAllCancelled', 'endedConnected', 'endedPhoneReset'],
  ...['cancelled', 'connected', 'replaced', 'refused', 'phoneReset', 'phoneRemoved'],
];

test('the handler does what a person with a sheet of paper would do', () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(parameters, fc.commands([...HAPPENINGS], { maxCommands: 60, size: 'max' }), (chosen, commands) => {
      const trial = new Trial({ ...DEFAULT_PARAMETERS, ...chosen });
      fc.modelRun(() => ({ model: trial, real: trial }), commands);
      for (const [what, times] of Object.entries(trial.seen)) seen[what] = (seen[what] ?? 0) + times;
    }),
    { numRuns: 10_000 },
  );
  const rare = WHAT_HAPPENS.filter((what) => (seen[what] ?? 0) < 100);
  expect(rare, `too seldom to prove anything, of ${JSON.stringify(seen)}`).toEqual([]);
}, 120_000);
