import type { Key } from '../contract/keys';
import { isWriting } from './menus/menu-keys';
import type { PhoneInput } from './phone-input';
import type { PhoneState } from './phone-state';

/** Milliseconds in which somebody who types sees that the display is another one. */
const SEES_WITHIN = 800;

/** What may come without its user's doing. */
const UNASKED: ReadonlySet<PhoneInput['kind']> = new Set(['line', 'xsi', 'fillNumber', 'makeCall']);

/** Keys that are pressed one after the other, without a look at the display. */
const TYPED: ReadonlySet<Key['kind']> = new Set(['softkey', 'digit', 'character', 'backspace', 'enter', 'escape']);

/** A call, or a screen that somebody has pushed, takes the display from a form that is being filled in. */
export const guardFocus = (before: PhoneState, after: PhoneState, input: PhoneInput, now: number): PhoneState =>
  UNASKED.has(input.kind) && isWriting(before) && !isWriting(after)
    ? { ...after, focusGuardedUntil: now + SEES_WITHIN }
    : after;

/** A key that was meant for the form: Enter and the first softkey saved it, and would now answer or dial. */
export const comesTooLate = (state: PhoneState, { kind }: Key, now: number): boolean =>
  state.focusGuardedUntil !== null && now < state.focusGuardedUntil && TYPED.has(kind) && !isWriting(state);
