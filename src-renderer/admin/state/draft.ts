import type { AdminBook, AdminDevice, DeviceForm } from '../../../src-main/contract/admin';
import { PARAMETER_LIST } from '../../../src-main/contract/parameter-list';
import type { ServiceParameters } from '../../../src-main/contract/service-parameters';

/** A phone or a CTI route point as it stands in the form: the ring time may be half typed. */
export interface DeviceDraft extends Omit<DeviceForm, 'forwardNoAnswerSeconds'> {
  readonly forwardNoAnswerSeconds: string;
}

/** The service parameters as they stand in the form. */
export type ParameterDraft = Readonly<Record<keyof ServiceParameters, string | boolean>>;

export const draftOfDevice = ({ isRoutePoint, forwardNoAnswerSeconds, ...device }: AdminDevice): DeviceDraft => ({
  ...device,
  forwardNoAnswerSeconds: String(forwardNoAnswerSeconds),
});

/** What a new CTI route point begins with. */
export const emptyRoutePoint = ({ locales }: AdminBook): DeviceDraft => ({
  name: '',
  number: '',
  displayName: '',
  description: '',
  model: '',
  userLocale: locales.find((locale) => locale === 'English_United_States') ?? locales[0] ?? '',
  networkLocale: '',
  forwardAll: '',
  forwardBusy: '',
  forwardNoAnswer: '',
  forwardNoAnswerSeconds: '12',
  callWaiting: false,
  doNotDisturb: false,
});

export const formOfDevice = (draft: DeviceDraft): DeviceForm => ({
  ...draft,
  forwardNoAnswerSeconds: numberOf(draft.forwardNoAnswerSeconds),
});

export const draftOfParameters = (parameters: ServiceParameters): ParameterDraft =>
  Object.fromEntries(
    Object.entries(parameters).map(([field, value]) => [field, typeof value === 'number' ? String(value) : value]),
  ) as ParameterDraft;

export const parametersOf = (draft: ParameterDraft): ServiceParameters =>
  Object.fromEntries(
    PARAMETER_LIST.map(({ field, kind }) => [field, kind === 'number' ? numberOf(String(draft[field])) : draft[field]]),
  ) as unknown as ServiceParameters;

/** A number that is none goes as -1, which no field takes. */
const numberOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1);

/** The form with all that has changed elsewhere, and with what was typed into it. */
export function merged<Draft extends object>(draft: Draft, before: Draft, now: Draft): Draft {
  const typed = (Object.keys(draft) as (keyof Draft)[]).filter((field) => draft[field] !== before[field]);
  return { ...now, ...Object.fromEntries(typed.map((field) => [field, draft[field]])) };
}
