import type { FieldProblem } from '../../contract/account-settings';
import type { AdminBook, AdminDevice, DeviceForm } from '../../contract/admin';

/** What a form is held against. */
export interface DeviceSurroundings {
  readonly book: AdminBook;
  /** The device as it is; undefined = a CTI route point that is to be added. */
  readonly before: AdminDevice | undefined;
  /** Digits of every number of the cluster. */
  readonly numberLength: number;
  wouldLoop(number: string, target: string): boolean;
}

export const SHORTEST_RING = 4;
export const LONGEST_RING = 60;

/** @returns what is wrong with each field, in the order of the form; none where it can be saved */
export function checkDevice(form: DeviceForm, around: DeviceSurroundings): readonly FieldProblem[] {
  const isRoutePoint = around.before?.isRoutePoint ?? true;
  const checks: readonly (readonly [keyof DeviceForm, string | null])[] = [
    ['number', around.before ? null : numberFault(form.number, around)],
    ['displayName', nameFault(form.displayName)],
    ['description', form.description.trim().length > 128 ? 'Use at most 128 characters.' : null],
    ['model', isRoutePoint || isModel(form.model, around) ? null : 'Choose a model of the list.'],
    ['userLocale', around.book.locales.includes(form.userLocale) ? null : 'Choose a locale that is installed.'],
    ['networkLocale', isNetwork(form.networkLocale, around) ? null : 'Choose a country of the list.'],
    ['forwardAll', forwardAllFault(form, isRoutePoint, around)],
    ['forwardBusy', forwardFault(form.forwardBusy, form.number)],
    ['forwardNoAnswer', forwardFault(form.forwardNoAnswer, form.number)],
    ['forwardNoAnswerSeconds', ringFault(form.forwardNoAnswerSeconds)],
  ];
  return checks.flatMap(([field, words]) => (words === null ? [] : [{ field, words }]));
}

function numberFault(number: string, { book, numberLength }: DeviceSurroundings): string | null {
  if (!/^\d+$/.test(number) || number.length !== numberLength)
    return `Type a number of ${numberLength} digits, as all numbers of this cluster are.`;
  const owner = book.devices.find((device) => device.number === number);
  return owner ? `${number} is the number of ${owner.displayName}. Type another one.` : null;
}

function nameFault(name: string): string | null {
  if (name.trim() === '') return 'Type a name. It is shown to those whom this phone calls.';
  return name.trim().length > 40 ? 'Use at most 40 characters: that is what a phone can show.' : null;
}

const isNetwork = (networkLocale: string, { book: { networkLocales } }: DeviceSurroundings): boolean =>
  networkLocale === '' || networkLocales.includes(networkLocale);

const isModel = (model: string, { book: { models } }: DeviceSurroundings): boolean =>
  [...models.withCallBack, ...models.toCallBack, ...models.others].includes(model);

function forwardAllFault(form: DeviceForm, isRoutePoint: boolean, { wouldLoop }: DeviceSurroundings): string | null {
  const target = form.forwardAll.trim();
  if (isRoutePoint && target === '') return 'Type the number of a phone: a CTI route point has none of its own.';
  const fault = forwardFault(target, form.number);
  if (fault !== null || target === '') return fault;
  return wouldLoop(form.number, target)
    ? `Calls would go round in a circle: ${target} forwards them back. Type another number.`
    : null;
}

function forwardFault(target: string, number: string): string | null {
  if (target.trim() === '') return null;
  if (!/^[0-9*#]{1,24}$/.test(target.trim()))
    return 'Type a number of digits, * and #, or leave the field empty to forward nothing.';
  return target.trim() === number ? 'A number cannot forward to itself. Type another one.' : null;
}

const ringFault = (seconds: number): string | null =>
  Number.isInteger(seconds) && seconds >= SHORTEST_RING && seconds <= LONGEST_RING
    ? null
    : `Type a whole number of seconds from ${SHORTEST_RING} to ${LONGEST_RING}.`;
