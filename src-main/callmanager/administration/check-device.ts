import type { FieldProblem } from '../../contract/account-settings';
import type { AdminDevice } from '../../contract/admin';
import type { DeviceForm } from '../../contract/admin-forms';
import { checkButtons } from './check-buttons';
import { faultsOf, forwardAllFault, forwardFault, nameFault, ringFault, type Surroundings } from './check-line';

export interface DeviceSurroundings extends Surroundings {
  /** The device as it is; undefined = a CTI route point that is to be added. */
  readonly before: AdminDevice | undefined;
}

/** @returns what is wrong with each field, in the order of the form; none where it can be saved */
export function checkDevice(form: DeviceForm, around: DeviceSurroundings): readonly FieldProblem[] {
  const isRoutePoint = around.before?.isRoutePoint ?? true;
  return [
    ...faultsOf([
      ['number', around.before ? null : numberFault(form.number, around)],
      ['displayName', nameFault(form.displayName)],
      ['description', form.description.trim().length > 128 ? 'Use at most 128 characters.' : null],
      ...(isRoutePoint ? [] : phoneFaults(form, around)),
      ['forwardAll', isRoutePoint ? leadsFault(form, around) : forwardAllFault(form, around)],
      ['forwardBusy', forwardFault(form.forwardBusy, form.number)],
      ['forwardNoAnswer', forwardFault(form.forwardNoAnswer, form.number)],
      ['forwardNoAnswerSeconds', ringFault(form.forwardNoAnswerSeconds)],
    ]),
    ...(isRoutePoint ? [] : checkButtons(form.buttons, around)),
  ];
}

function phoneFaults(form: DeviceForm, { book }: DeviceSurroundings): readonly (readonly [string, string | null])[] {
  const { models, locales, networkLocales, pools, templates } = book;
  const known = [...models.withCallBack, ...models.toCallBack, ...models.others];
  const hasTemplate = form.softkeyTemplate === '' || templates.some(({ name }) => name === form.softkeyTemplate);
  const isNetwork = form.networkLocale === '' || networkLocales.includes(form.networkLocale);
  const hasLocale = form.userLocale === '' || locales.includes(form.userLocale);
  const hasPool = pools.some(({ name }) => name === form.devicePool);
  return [
    ['model', known.includes(form.model) ? null : 'Choose a model of the list.'],
    ['userLocale', hasLocale ? null : 'Choose a locale that is installed.'],
    ['networkLocale', isNetwork ? null : 'Choose a country of the list.'],
    ['devicePool', hasPool ? null : `There is no device pool ${form.devicePool}. Choose one of the list.`],
    ['softkeyTemplate', hasTemplate ? null : `There is no template ${form.softkeyTemplate}. Choose one of the list.`],
  ];
}

function numberFault(number: string, { book, numberLength }: DeviceSurroundings): string | null {
  if (!/^\d+$/.test(number) || number.length !== numberLength)
    return `Type a number of ${numberLength} digits, as all numbers of this cluster are.`;
  const owner = book.lines.find((line) => line.number === number);
  return owner ? `${number} is the number of ${owner.displayName}. Type another one.` : null;
}

const leadsFault = (form: DeviceForm, around: DeviceSurroundings): string | null =>
  form.forwardAll.trim() === ''
    ? 'Type the number of a phone: a CTI route point has none of its own.'
    : forwardAllFault(form, around);
