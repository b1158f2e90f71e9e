import type { FieldProblem } from '../../contract/account-settings';
import type { AdminBook } from '../../contract/admin';
import type { LineForm } from '../../contract/admin-forms';

/** What a form is held against. */
export interface Surroundings {
  readonly book: AdminBook;
  /** Digits of every number of the cluster. */
  readonly numberLength: number;
  wouldLoop(number: string, target: string): boolean;
}

const SHORTEST_RING = 4;
const LONGEST_RING = 60;

/** @returns what is wrong with each field, in the order of the form; none where it can be saved */
export function checkLine(form: LineForm, around: Surroundings): readonly FieldProblem[] {
  if (!around.book.lines.some(({ number }) => number === form.number))
    return [{ field: 'displayName', words: `The line ${form.number} is not there any more.` }];
  return faultsOf([
    ['displayName', nameFault(form.displayName)],
    ['forwardAll', forwardAllFault(form, around)],
    ['forwardBusy', forwardFault(form.forwardBusy, form.number)],
    ['forwardNoAnswer', forwardFault(form.forwardNoAnswer, form.number)],
    ['forwardNoAnswerSeconds', ringFault(form.forwardNoAnswerSeconds)],
  ]);
}

export const faultsOf = (
  checks: readonly (readonly [field: string, words: string | null])[],
): readonly FieldProblem[] => checks.flatMap(([field, words]) => (words === null ? [] : [{ field, words }]));

export const trimLine = <Form extends LineForm>(form: Form): Form => ({
  ...form,
  displayName: form.displayName.trim(),
  forwardAll: form.forwardAll.trim(),
  forwardBusy: form.forwardBusy.trim(),
  forwardNoAnswer: form.forwardNoAnswer.trim(),
});

export function nameFault(name: string): string | null {
  if (name.trim() === '') return 'Type a name. It is shown to those whom this phone calls.';
  return name.trim().length > 40 ? 'Use at most 40 characters: that is what a phone can show.' : null;
}

export function forwardAllFault(form: Pick<LineForm, 'forwardAll' | 'number'>, around: Surroundings): string | null {
  const target = form.forwardAll.trim();
  const fault = forwardFault(target, form.number);
  if (fault !== null || target === '') return fault;
  return around.wouldLoop(form.number, target)
    ? `Calls would go round in a circle: ${target} forwards them back. Type another number.`
    : null;
}

export function forwardFault(target: string, number: string): string | null {
  if (target.trim() === '') return null;
  if (!isDialled(target.trim()))
    return 'Type a number of digits, * and #, or leave the field empty to forward nothing.';
  return target.trim() === number ? 'A number cannot forward to itself. Type another one.' : null;
}

/** What a keypad can dial. */
export const isDialled = (number: string): boolean => /^[0-9*#]{1,24}$/.test(number);

export const ringFault = (seconds: number): string | null =>
  Number.isInteger(seconds) && seconds >= SHORTEST_RING && seconds <= LONGEST_RING
    ? null
    : `Type a whole number of seconds from ${SHORTEST_RING} to ${LONGEST_RING}.`;
