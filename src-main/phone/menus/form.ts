import type { Digit } from '../../contract/keys';
import { LONGEST_FIELD, type Person } from '../../contract/phone-memory';
import type { CiscoIPPhoneInput, InputItem } from '../../xsi/objects/menu-objects';
import type { Services } from '../phone-state';
import type { PhraseId } from '../phrases';
import { charactersOf, type Letters, type Mode, nextMode } from './multi-tap';
import type { Page } from './page';
import type { Origin } from './screen';

/** Milliseconds in which the next press of the same key changes the letter; after that it writes another one. */
const TAP_MILLISECONDS = 1000;

interface OwnField {
  readonly label: PhraseId;
  /** What the keypad writes in it at first. */
  readonly mode: Mode;
}

interface Field {
  /** A phrase, or in a form of a service its own words. */
  readonly label: string;
  readonly mode: Mode;
  /** What is written is not shown. */
  readonly secret: boolean;
}

export const FORMS = {
  newPerson: [
    { label: 'name', mode: 'abc' },
    { label: 'number', mode: '123' },
  ],
  editPerson: [
    { label: 'name', mode: 'abc' },
    { label: 'number', mode: '123' },
  ],
  search: [{ label: 'name', mode: 'abc' }],
  callForwards: [
    { label: 'allCalls', mode: '123' },
    { label: 'busy', mode: '123' },
    { label: 'noAnswer', mode: '123' },
    { label: 'ringTime', mode: '123' },
  ],
} as const satisfies Readonly<Record<string, readonly [OwnField, ...OwnField[]]>>;
export type FormName = keyof typeof FORMS;

/**
 * A form that is being filled in, by the keypad or by the computer's keyboard. What is written stands at the end of a field.
 *
 * ```
 *             a key: its first letter          the same key: its next letter
 *   at rest ──────────────────────────> tapping ──────────────────────────> tapping
 *      ^──── a second passes, "#", another key, <<, the next field ────────────┘
 * ```
 */
export interface Form {
  readonly kind: 'form';
  readonly form: FormName | 'service';
  readonly fields: readonly Field[];
  /** The service that has asked for it; null = the phone itself. */
  readonly object: CiscoIPPhoneInput | null;
  /** Of a service: where that came from. */
  readonly page: Page | null;
  readonly upon: Services | null;
  readonly values: readonly string[];
  readonly selected: number;
  readonly mode: Mode;
  /** The letter at the end of the field may still change. */
  readonly tap: { readonly digit: Digit; readonly times: number; readonly until: number } | null;
  /** The entry that is being edited. */
  readonly replaces: Person | null;
}

export const newForm = (form: FormName, values: readonly string[], replaces: Person | null = null): Form => ({
  kind: 'form',
  form,
  fields: FORMS[form].map((field) => ({ ...field, secret: false })),
  object: null,
  page: null,
  upon: null,
  values,
  selected: 0,
  mode: FORMS[form][0].mode,
  tap: null,
  replaces,
});

const MODE_OF: Readonly<Record<InputItem['writes'], Mode>> = {
  A: 'abc',
  U: 'ABC',
  L: 'abc',
  N: '123',
  T: '123',
  E: '123',
};

export const serviceForm = (object: CiscoIPPhoneInput, from: Origin): Form => ({
  kind: 'form',
  form: 'service',
  fields: object.items.map(({ displayName, writes, password }) => ({
    label: displayName,
    mode: MODE_OF[writes],
    secret: password,
  })),
  object,
  ...from,
  values: object.items.map(({ defaultValue }) => defaultValue),
  selected: 0,
  mode: MODE_OF[object.items[0]?.writes ?? 'A'],
  tap: null,
  replaces: null,
});

const fieldValue = (form: Form): string => form.values[form.selected] ?? '';

const withValue = (form: Form, value: string, tap: Form['tap']): Form => ({
  ...form,
  values: form.values.map((old, index) => (index === form.selected ? value : old)),
  tap,
});

/** A letter that is too many is not written. */
const written = (form: Form, value: string, tap: Form['tap']): Form =>
  value.length > LONGEST_FIELD ? { ...form, tap: null } : withValue(form, value, tap);

export function typeDigit(form: Form, letters: Letters, digit: Digit, now: number): Form {
  if (digit === '#' && form.mode !== '123') return { ...form, tap: null };
  const characters = charactersOf(letters, digit, form.mode);
  const again = form.tap?.digit === digit && form.tap.until > now ? form.tap : null;
  const times = again ? again.times + 1 : 0;
  const before = again ? [...fieldValue(form)].slice(0, -1).join('') : fieldValue(form);
  const tap = characters.length > 1 ? { digit, times, until: now + TAP_MILLISECONDS } : null;
  return written(form, before + (characters[times % characters.length] ?? digit), tap);
}

export const typeCharacter = (form: Form, character: string): Form => written(form, fieldValue(form) + character, null);

export const erase = (form: Form): Form => withValue(form, [...fieldValue(form)].slice(0, -1).join(''), null);

export const changeMode = (form: Form): Form => ({ ...form, mode: nextMode(form.mode), tap: null });

export function moveField(form: Form, by: 1 | -1): Form {
  const selected = Math.min(form.values.length - 1, Math.max(0, form.selected + by));
  const field = form.fields[selected];
  return selected === form.selected || !field
    ? { ...form, tap: null }
    : { ...form, selected, mode: field.mode, tap: null };
}

/** A letter that has not been changed in time stays. */
export const rest = (form: Form, now: number): Form =>
  form.tap && form.tap.until <= now ? { ...form, tap: null } : form;

/** The letter that may still change, or behind the last one. */
export const cursorOf = (form: Form): number => [...fieldValue(form)].length - (form.tap ? 1 : 0);
