import type { CiscoIPPhoneInput, MenuObject } from '../../xsi/objects/menu-objects';
import { isIdle, type PhoneState, type Step, step, withNotice } from '../phone-state';
import type { PhraseId } from '../phrases';
import { receiveObject } from '../services';
import { type Form, serviceForm } from './form';
import { opened, serviceList } from './screen';

/** What became of the question for an object of a service. */
export type ServiceAnswer =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: { readonly phrase: PhraseId; readonly value: string } };

/** Asks for the object at the URL: a file of the services, or a page of a server on this machine. */
export const request = (state: PhoneState, url: string, now: number): Step =>
  step(withNotice({ ...state, requested: url }, now, 'requesting'), { kind: 'openService', url });

/** The object is there, or is not. Who has gone elsewhere meanwhile is not bothered with it. */
export function receiveAnswer(state: PhoneState, url: string, answer: ServiceAnswer, now: number): Step {
  if (state.requested !== url) return step(state);
  const ready = { ...state, requested: null, notice: null };
  return answer.ok
    ? receiveObject(ready, answer.value, now)
    : step(withNotice(ready, now, answer.error.phrase, answer.error.value));
}

/** A list or a form of a service lies upon the menu; a call that stands goes before it. */
export const showObject = (state: PhoneState, object: MenuObject): PhoneState => ({
  ...state,
  services: null,
  menu: {
    ...opened(state.menu, object.kind === 'CiscoIPPhoneInput' ? serviceForm(object) : serviceList(object)),
    covered: !isIdle(state),
  },
  softkeyPage: 0,
  notice: null,
});

/** "result = GET URL?param=value&..." */
export function submitted(object: CiscoIPPhoneInput, { values }: Form): string {
  const query = object.items.map(
    ({ queryStringParam }, index) =>
      `${encodeURIComponent(queryStringParam)}=${encodeURIComponent(values[index] ?? '')}`,
  );
  return `${object.url}${object.url.includes('?') ? '&' : '?'}${query.join('&')}`;
}
