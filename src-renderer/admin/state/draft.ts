import type { AdminBook } from '../../../src-main/contract/admin';
import type {
  AdminForm,
  ButtonForm,
  DeviceForm,
  LineForm,
  PoolForm,
  TemplateForm,
  VoiceMailForm,
} from '../../../src-main/contract/admin-forms';
import { PARAMETER_LIST } from '../../../src-main/contract/parameter-list';
import type { ServiceParameters } from '../../../src-main/contract/service-parameters';

/** A form as it stands on the page: a number may be half typed. */
interface LineDraft extends Omit<LineForm, 'forwardNoAnswerSeconds'> {
  readonly forwardNoAnswerSeconds: string;
}

/** With all six buttons, also the empty ones. */
export interface DeviceDraft extends Omit<DeviceForm, 'forwardNoAnswerSeconds'> {
  readonly forwardNoAnswerSeconds: string;
}

type ParameterDraft = Readonly<Record<keyof ServiceParameters, string | boolean>>;

export interface MessagesDraft {
  readonly number: string;
  readonly unheard: string;
  readonly heard: string;
}

interface VoiceMailDraft {
  readonly pilot: string;
  readonly messages: readonly MessagesDraft[];
}

/** Everything that has a form, by its kind. */
export interface Drafts {
  readonly device: DeviceDraft;
  readonly line: LineDraft;
  readonly parameters: ParameterDraft;
  readonly template: TemplateForm;
  readonly pool: PoolForm;
  readonly voiceMail: VoiceMailDraft;
}
export type Kind = keyof Drafts;

const BUTTONS = 6;
const EMPTY_BUTTON: ButtonForm = { kind: 'none', number: '', label: '' };

type Reader<Draft> = (book: AdminBook, id: string) => Draft | undefined;

/** The draft of what the database has; undefined = it has no such thing. */
export const READERS: { readonly [K in Kind]: Reader<Drafts[K]> } = {
  device: ({ devices }, id) => {
    const found = devices.find(({ name }) => name === id);
    if (!found) return undefined;
    const { isRoutePoint: _isRoutePoint, ...device } = found;
    const buttons = Array.from({ length: BUTTONS }, (_, index) => device.buttons[index] ?? EMPTY_BUTTON);
    return { ...device, buttons, forwardNoAnswerSeconds: String(device.forwardNoAnswerSeconds) };
  },
  line: ({ lines }, id) => {
    const line = lines.find(({ number }) => number === id);
    return line && { ...line, forwardNoAnswerSeconds: String(line.forwardNoAnswerSeconds) };
  },
  parameters: ({ parameters }) =>
    Object.fromEntries(
      Object.entries(parameters).map(([field, value]) => [field, typeof value === 'number' ? String(value) : value]),
    ) as ParameterDraft,
  template: ({ templates }, id) => {
    const template = templates.find(({ name }) => name === id);
    return template && { name: template.name, isNew: false, sets: template.sets };
  },
  pool: ({ pools }, id) => {
    const pool = pools.find(({ name }) => name === id);
    return pool && { ...pool, isNew: false };
  },
  voiceMail: ({ voiceMail: { pilot, messages } }) => ({
    pilot,
    messages: messages.map(({ number, unheard, heard }) => ({
      number,
      unheard: String(unheard),
      heard: String(heard),
    })),
  }),
};

/** What a new CTI route point begins with. */
export const emptyRoutePoint = ({ pools }: AdminBook): DeviceDraft => ({
  name: '',
  number: '',
  displayName: '',
  description: '',
  model: '',
  userLocale: '',
  networkLocale: '',
  forwardAll: '',
  forwardBusy: '',
  forwardNoAnswer: '',
  forwardNoAnswerSeconds: '12',
  callWaiting: false,
  doNotDisturb: false,
  devicePool: pools[0]?.name ?? '',
  softkeyTemplate: '',
  buttons: [],
});

const FORMS: { readonly [K in Kind]: (draft: Drafts[K]) => Extract<AdminForm, { kind: K }>['form'] } = {
  device: (draft) => ({ ...draft, forwardNoAnswerSeconds: numberOf(draft.forwardNoAnswerSeconds) }),
  line: (draft) => ({ ...draft, forwardNoAnswerSeconds: numberOf(draft.forwardNoAnswerSeconds) }),
  parameters: (draft) =>
    Object.fromEntries(
      PARAMETER_LIST.map(({ field, kind }) => [
        field,
        kind === 'number' ? numberOf(String(draft[field])) : draft[field],
      ]),
    ) as unknown as ServiceParameters,
  template: (draft) => draft,
  pool: (draft) => draft,
  voiceMail: ({ pilot, messages }): VoiceMailForm => ({
    pilot,
    messages: messages.map(({ number, unheard, heard }) => ({
      number,
      unheard: numberOf(unheard),
      heard: numberOf(heard),
    })),
  }),
};

export const formOf = <K extends Kind>(kind: K, draft: Drafts[K]): AdminForm =>
  ({ kind, form: FORMS[kind](draft) }) as AdminForm;

/** A number that is none goes as -1, which no field takes. */
const numberOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1);

/** The form with all that has changed elsewhere, and with what was typed into it. */
export function merged<Draft extends object>(draft: Draft, before: Draft, now: Draft): Draft {
  const typed = (Object.keys(draft) as (keyof Draft)[]).filter((field) => draft[field] !== before[field]);
  return { ...now, ...Object.fromEntries(typed.map((field) => [field, draft[field]])) };
}
