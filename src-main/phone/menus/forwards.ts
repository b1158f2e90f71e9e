import type { PhoneFeatures } from '../../contract/station';
import { type PhoneState, type Step, step, withNotice } from '../phone-state';
import { type Form, newForm } from './form';

/** Seconds that a line may ring before call forward no answer. */
const SHORTEST_RING = 4;
const LONGEST_RING = 60;

/** Where the calls to the phone go: the forwards of Table 4-1, each empty where it is not configured. */
export const forwardsForm = ({ forwardAll, forwardBusy, forwardNoAnswer, ringSeconds }: PhoneFeatures): Form =>
  newForm('callForwards', [forwardAll ?? '', forwardBusy ?? '', forwardNoAnswer ?? '', String(ringSeconds)]);

/**
 * Tells CallManager. What it could make nothing of is said, and the form is left as it is.
 *
 * @param below the phone without the form
 */
export function saveForwards(state: PhoneState, below: PhoneState, { values }: Form, now: number): Step {
  const [all = '', busy = '', noAnswer = '', ring = ''] = values.map((value) => value.trim());
  if (![all, busy, noAnswer].every((number) => /^[0-9*#]{0,24}$/.test(number)))
    return step(withNotice(state, now, 'unknownNumber'));
  const ringSeconds = Number(ring);
  if (!Number.isInteger(ringSeconds) || ringSeconds < SHORTEST_RING || ringSeconds > LONGEST_RING)
    return step(withNotice(state, now, 'ringTimeRange', `${SHORTEST_RING}-${LONGEST_RING}`));
  const forwards = {
    forwardAll: all || null,
    forwardBusy: busy || null,
    forwardNoAnswer: noAnswer || null,
    ringSeconds,
  };
  return step(withNotice(below, now, 'settingsSaved'), { kind: 'setForwards', forwards });
}
