import type { Digit } from '../../contract/keys';
import type { PhoneState } from '../phone-state';

/** The keys of the keypad as they stand, each with the item of its place. "Users simply enter a number using the DTMF keypad." */
const KEYPAD: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

type Choice = { readonly name: string; readonly url: string };

/** What a key chooses of the graphic menu that is shown; `nothing` = none of its items, null = no such menu is shown. */
export function choiceOf({ services }: PhoneState, digit: Digit): Choice | 'nothing' | null {
  if (!services || services.covered || services.object.kind !== 'CiscoIPPhoneGraphicMenu') return null;
  return services.object.items[KEYPAD.indexOf(digit)] ?? 'nothing';
}

/** What stands before an item where its menu is read out. */
export const keyOf = (index: number): string => KEYPAD[index] ?? '';
