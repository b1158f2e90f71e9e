import type { FieldProblem } from '../../contract/account-settings';
import type { AdminBook } from '../../contract/admin';
import type { PoolForm, TemplateForm } from '../../contract/admin-forms';
import { LAYOUT_STATES, type LayoutState, MAX_SOFTKEYS, SOFTKEYS_OF_STATE } from '../../contract/softkey-layout';
import { faultsOf } from './check-line';

/** @returns what is wrong with a softkey template, its call states as `sets.On Hook` and so on */
export function checkTemplate({ name, isNew, sets }: TemplateForm, book: AdminBook): readonly FieldProblem[] {
  const before = book.templates.find((template) => template.name === name);
  if (!isNew && !before) return [{ field: 'name', words: `The template ${name} is not there any more.` }];
  if (!isNew && before?.isStandard)
    return [{ field: 'name', words: `${name} comes with the app and stays as it is. Copy it, and change the copy.` }];
  return faultsOf([
    ['name', isNew ? nameFault(name, book.templates, 'template') : null],
    ...LAYOUT_STATES.map((state) => [`sets.${state}`, layoutFault(state, sets[state], book)] as const),
  ]);
}

export function checkPool(
  { name, isNew, softkeyTemplate, userLocale }: PoolForm,
  book: AdminBook,
): readonly FieldProblem[] {
  const isKnown = book.templates.some((template) => template.name === softkeyTemplate);
  const isGone = !isNew && !book.pools.some((pool) => pool.name === name);
  return faultsOf([
    ['name', isNew ? nameFault(name, book.pools, 'device pool') : isGone ? `${name} is not there any more.` : null],
    ['softkeyTemplate', isKnown ? null : 'Choose a softkey template of the list.'],
    ['userLocale', book.locales.includes(userLocale) ? null : 'Choose a locale that is installed.'],
  ]);
}

function nameFault(name: string, others: readonly { readonly name: string }[], what: string): string | null {
  if (name === '') return `Type a name for the new ${what}.`;
  if (name.length > 50) return 'Use at most 50 characters.';
  // Two names that one could take for each other would make the lists useless.
  const same = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  return same ? `There is a ${what} ${same.name} already. Type another name.` : null;
}

function layoutFault(state: LayoutState, keys: readonly string[], { softkeys }: AdminBook): string | null {
  if (keys.length > MAX_SOFTKEYS) return `Take keys away: a call state has at most ${MAX_SOFTKEYS}.`;
  const named = keys.filter((key) => key !== '');
  const strange = named.find((key) => !softkeys.includes(key) || !SOFTKEYS_OF_STATE[state].some((one) => one === key));
  if (strange !== undefined) return `${strange} does nothing in the call state ${state}. Take it away.`;
  const twice = named.find((key, index) => named.indexOf(key) !== index);
  return twice === undefined ? null : `${twice} is there twice. Take one away.`;
}
