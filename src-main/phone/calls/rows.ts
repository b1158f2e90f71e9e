import type { CallRow } from '../../contract/display';
import { minutesAndSeconds } from '../minutes-and-seconds';
import type { PhoneState } from '../phone-state';
import { type Phrasebook, phrase } from '../phrases';
import { type Call, isRingingIn, partyOf } from './call';

const ICONS: Readonly<Record<Call['phase'], CallRow['icon']>> = {
  proceed: 'ringOut',
  ringOut: 'ringOut',
  ringIn: 'ringIn',
  connected: 'connected',
  held: 'hold',
  busy: 'busy',
  failed: 'busy',
  disconnected: 'onHook',
};

/** A call from which the far end has sent us on is out of sight while the new one is tried. */
export const visibleCalls = ({ calls }: PhoneState): readonly Call[] =>
  calls.filter((call) => !calls.some(({ replaces }) => replaces === call.id));

export const rowsOf = (state: PhoneState, book: Phrasebook, now: number): readonly CallRow[] =>
  visibleCalls(state).map((call) => ({
    id: call.id,
    icon: isRingingIn(call) ? 'ringIn' : ICONS[call.phase],
    text: phrase(book, call.direction === 'out' ? 'to' : 'from', partyOf(call)),
    timer: call.connectedAt === null ? null : minutesAndSeconds(now - call.connectedAt),
    selected: call.id === state.selected,
  }));
