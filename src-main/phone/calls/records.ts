import type { CallRecord } from '../../contract/call-record';
import type { PhoneEffect } from '../phone-effect';
import type { PhoneState } from '../phone-state';
import { type Call, isOver } from './call';

/** What the lists of calls remember of a call that is over now: of one that was forwarded, whom its user has dialled. */
export const recordOf = (
  { direction, number, dialled, name, line, startedAt, connectedAt }: Call,
  now: number,
): CallRecord => ({
  direction,
  number: direction === 'out' ? dialled : number,
  name: direction === 'out' && dialled !== number ? '' : name,
  line,
  startedAt,
  duration: connectedAt === null ? 0 : now - connectedAt,
  answered: connectedAt !== null,
});

/**
 * Every call that was there and is there no longer, or is only on the screen any more. Whatever has ended it, it is told once.
 *
 * @param elsewhere a call that another phone has answered: nobody has missed it, and here nobody has had it
 */
export const recordsOfEnds = (
  before: PhoneState,
  after: PhoneState,
  now: number,
  elsewhere: string | null,
): readonly PhoneEffect[] =>
  before.calls
    .filter((call) => !isOver(call) && !goesOn(after, call) && call.id !== elsewhere)
    .map((call) => ({ kind: 'callRecorded', record: recordOf(call, now) }));

const goesOn = ({ calls }: PhoneState, { id }: Call): boolean => calls.some((call) => call.id === id && !isOver(call));
