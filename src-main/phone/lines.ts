import { type PhoneState, selectedCall } from './phone-state';
import type { Registration } from './registration';

/**
 * The line that a new call goes by, and that the CallBack key is about: the line of the call on the screen, or else the
 * one that has the dial tone. An idle phone is back at its first line.
 */
export const lineInFocus = (state: PhoneState): string =>
  selectedCall(state)?.line ?? (state.hook === 'onHook' ? state.device.lines[0].id : state.selectedLine);

export const registrationOf = (state: PhoneState, line: string): Registration =>
  state.registrations[line] ?? { kind: 'registering' };

/** Every line of the phone can be called. */
export const isRegistered = (state: PhoneState): boolean =>
  state.device.lines.every(({ id }) => registrationOf(state, id).kind === 'registered');
