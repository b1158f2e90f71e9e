import type { CiscoIPPhoneInput, MenuObject } from '../../xsi/objects/menu-objects';
import { plainText } from '../../xsi/objects/plain-text';
import { isIdle, type PhoneState, type Step, step, withNotice } from '../phone-state';
import type { PhraseId } from '../phrases';
import { type Arrival, receiveObject, takeObject } from '../services';
import { type Form, serviceForm } from './form';
import { leftFor, pageOf, type ServicePage, shownPage, withoutShown } from './page';
import { withQuery } from './query-parameter';
import { opened, serviceList, topOf } from './screen';

/** What became of the question for an object of a service. */
export type ServiceAnswer =
  | { readonly ok: true; readonly value: ServicePage }
  | { readonly ok: false; readonly error: { readonly phrase: PhraseId; readonly value: string } };

/** Asks for the object at the URL: a file of the services, or a page of a server on this machine. */
export const request = (state: PhoneState, url: string, now: number, name = '', executed = false): Step =>
  step(withNotice({ ...state, requested: { url, name, replaces: null, executed } }, now, 'requesting'), {
    kind: 'openService',
    url,
  });

/** The object is there, or is not. Who has gone elsewhere meanwhile is not bothered with it. */
export function receiveAnswer(state: PhoneState, url: string, answer: ServiceAnswer, now: number): Step {
  const { requested } = state;
  if (requested?.url !== url) return step(state);
  const { name, replaces, executed } = requested;
  const ready = { ...state, requested: null, notice: replaces ? state.notice : null };
  // What it was to replace is no longer shown: a call covers it, or help, or its user has left it.
  if (replaces && shownPage(state) !== replaces) return step(ready);
  if (!answer.ok) return step(withNotice(ready, now, answer.error.phrase, answer.error.value));
  const { body, plain } = answer.value;
  const arrival = { page: pageOf(answer.value, name, now), replaces: replaces !== null, executed };
  return plain ? takeObject(ready, plainText(body), now, arrival) : receiveObject(ready, body, now, arrival);
}

/** A list or a form of a service lies upon the menu; a call that stands goes before it. */
export function showObject(state: PhoneState, object: MenuObject, { page, replaces }: Arrival): PhoneState {
  const before = replaces ? withoutShown(state) : { ...leftFor(page, state), softkeyPage: 0, notice: null };
  // To a page that a service has shown one comes back, and to no other screen.
  const upon = page && before.services?.page ? { ...before.services, covered: false } : null;
  const from = { page, upon };
  const selected = replaces ? selectedIn(state) : 0;
  const screen = object.kind === 'CiscoIPPhoneInput' ? serviceForm(object, from) : serviceList(object, from, selected);
  return { ...before, services: null, menu: { ...opened(before.menu, screen), covered: !isIdle(state) } };
}

/** The row that was chosen, as far as a list is shown. */
function selectedIn({ menu, services }: PhoneState): number {
  const top = menu && !services ? topOf(menu) : null;
  return top?.kind === 'list' ? top.selected : 0;
}

/** "result = GET URL?param=value&..." */
export function submitted(object: CiscoIPPhoneInput, { values }: Form): string {
  const query = object.items.map(
    ({ queryStringParam }, index) =>
      `${encodeURIComponent(queryStringParam)}=${encodeURIComponent(values[index] ?? '')}`,
  );
  return withQuery(object.url, query.join('&'));
}
