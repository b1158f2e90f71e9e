import type { FieldProblem } from '../../contract/account-settings';
import type { ButtonForm } from '../../contract/admin-forms';
import { isDialled, type Surroundings } from './check-line';

/** @returns what is wrong with each button of a phone, as `buttons.1` to `buttons.6` */
export function checkButtons(buttons: readonly ButtonForm[], around: Surroundings): readonly FieldProblem[] {
  const first = buttons.findIndex(({ kind }) => kind === 'line');
  if (first < 0) return [{ field: 'buttons.1', words: 'A phone needs a line: choose Line, and type its number.' }];
  return buttons.flatMap((button, index) => {
    const words = buttonFault(button, buttons.slice(0, index), around);
    return words === null ? [] : [{ field: `buttons.${index + 1}`, words }];
  });
}

function buttonFault(button: ButtonForm, above: readonly ButtonForm[], around: Surroundings): string | null {
  if (button.kind === 'none') return null;
  if (button.kind === 'line') return lineFault(button.number, above, around);
  if (!isDialled(button.number)) return 'Type the number that the button dials, of digits, * and #.';
  return button.label.length > 16 ? 'Use a label of at most 16 characters: there is no room for more.' : null;
}

function lineFault(number: string, above: readonly ButtonForm[], { book, numberLength }: Surroundings): string | null {
  if (!/^\d+$/.test(number) || number.length !== numberLength)
    return `Type a number of ${numberLength} digits, as all numbers of this cluster are.`;
  if (above.some((other) => other.kind === 'line' && other.number === number))
    return `The phone has the line ${number} already, on a button above. Type another number.`;
  const isRoutePoint = book.devices.some((device) => device.isRoutePoint && device.number === number);
  return isRoutePoint ? `${number} is a CTI route point, which no phone can have. Type another number.` : null;
}
