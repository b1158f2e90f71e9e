import { type Call, isOver, isRingingIn, partyOf } from './calls/call';
import { isRegistered } from './lines';
import { shownMenu } from './menus/menu-keys';
import type { PhoneState } from './phone-state';

/** How a phone stands, for whoever shows it outside of its own face: the tray, the system's notifications. */
export interface PhoneStatus {
  readonly name: string;
  readonly number: string;
  readonly displayName: string;
  readonly registered: boolean;
  readonly calls: readonly PhoneCall[];
  readonly muted: boolean;
  readonly doNotDisturb: boolean;
  readonly offHook: boolean;
  /** A call that led to nobody is still on its display. */
  readonly failed: boolean;
  /** It shows a screen of a service. */
  readonly screen: boolean;
  /** It shows a menu, or a number that is not dialled yet. */
  readonly menu: boolean;
}

export interface PhoneCall {
  readonly id: string;
  readonly phase: Call['phase'];
  /** e.g. "Bob (1002)". */
  readonly party: string;
}

export const phoneStatus = (state: PhoneState): PhoneStatus => ({
  name: state.device.name,
  number: state.device.lines[0].number,
  displayName: state.device.lines[0].displayName,
  registered: isRegistered(state),
  calls: state.calls
    .filter((call) => !isOver(call))
    // One that is back from a transfer rings like any other.
    .map((call) => ({ id: call.id, phase: isRingingIn(call) ? 'ringIn' : call.phase, party: partyOf(call) })),
  muted: state.muted,
  offHook: state.hook !== 'onHook',
  failed: state.calls.some(({ phase }) => phase === 'busy' || phase === 'failed'),
  screen: state.services !== null && !state.services.covered,
  menu: shownMenu(state) !== null || state.entry !== '',
  doNotDisturb: state.features?.doNotDisturb ?? state.doNotDisturb,
});
