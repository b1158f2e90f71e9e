import type { PhoneState } from '../phone-state';
import { shownMenu } from './menu-keys';
import { selectedRow } from './rows';
import { topOf } from './screen';

const SCHEME = 'QueryStringParam:';

/** The address with one more question. */
export const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

/**
 * Where a softkey of a service leads: of a menu the key may have the address and the item that is marked the parameter
 * (`QueryStringParam:day=1`), or the other way round.
 */
export function leadsTo(state: PhoneState, url: string): string {
  const menu = shownMenu(state);
  const top = menu && topOf(menu);
  const target = top?.kind === 'list' ? selectedRow(state, top)?.target : undefined;
  if (target?.kind !== 'url') return url;
  if (url.startsWith(SCHEME)) return withQuery(target.url, url.slice(SCHEME.length));
  // What the phone does itself takes no parameter.
  const isAddress = /^http:/i.test(url);
  return isAddress && target.url.startsWith(SCHEME) ? withQuery(url, target.url.slice(SCHEME.length)) : url;
}
