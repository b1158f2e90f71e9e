import { failure, type Result, success } from '../../../base/result';
import { DIGITS } from '../../../contract/keys';
import type { ControlledPhones } from './controlled-phones';

/** Dials as its user does: a new call, the number into the dial field, Dial. @returns why the phone did not take it */
export function dialNumber(phones: ControlledPhones, device: string, number: string): Result<null, string> {
  if (isInCall(phones, device)) phones.pressSoftkey(device, 'NewCall');
  phones.fillNumber(device, number);
  if (entryOf(phones, device) !== number)
    return failure(`${number} was not dialled: the phone says "${phones.snapshot(device)?.display.prompt ?? ''}"`);
  phones.press(device, { kind: 'enter' });
  return success(null);
}

/** Writes what a computer's keyboard would, character by character. */
export function typeText(phones: ControlledPhones, device: string, text: string): void {
  for (const character of text) {
    const plane = phones.snapshot(device)?.display.plane.kind;
    const digit = plane === 'input' ? undefined : DIGITS.find((one) => one === character);
    phones.press(device, digit ? { kind: 'digit', digit } : { kind: 'character', character });
  }
}

/** Beside a call there is a dial field only once a second one is begun. */
const isInCall = (phones: ControlledPhones, device: string): boolean =>
  entryOf(phones, device) === null && (phones.status().find(({ name }) => name === device)?.calls.length ?? 0) > 0;

function entryOf(phones: ControlledPhones, device: string): string | null {
  const plane = phones.snapshot(device)?.display.plane;
  return plane?.kind === 'calls' ? plane.entry : null;
}
