import { type PhoneState, type Step, step } from '../phone-state';
import { closeScreen, pressServicesKey } from '../services';
import { isWriting, shownMenu } from './menu-keys';
import { closed, type Menu, replacedTop, topOf } from './screen';

/** What a server says of how long its page holds: the header Refresh. */
export interface Refresh {
  /** Milliseconds after which the next page takes its place; null = when its user wants it. */
  readonly after: number | null;
  /** Of the next page: an address, or an internal URI. */
  readonly url: string;
}

/** What a service has answered. */
export interface ServicePage {
  /** Where it has come from in the end: what is asked again by Update. */
  readonly url: string;
  readonly body: string;
  /** The body is text for its reader, and no object. */
  readonly plain: boolean;
  readonly refresh: Refresh | null;
  readonly expired: boolean;
}

/** Where what a service shows has come from. */
export interface Page {
  readonly url: string;
  /** What was chosen to get there: the title of an object that has none. */
  readonly name: string;
  /** "Pages that have expired before being loaded do not get added to the URL stack": one does not come back to it. */
  readonly expired: boolean;
  readonly refresh: Refresh | null;
  /** When the next page is to be asked for, in milliseconds since the epoch. */
  readonly dueAt: number | null;
}

/** An object of a service that has been asked for, and has not come yet. */
export interface Requested {
  readonly url: string;
  readonly name: string;
  /** The page that it takes the place of; null = it lies upon what is shown. */
  readonly replaces: Page | null;
  /** By an Execute. */
  readonly executed: boolean;
}

export const pageOf = ({ url, refresh, expired }: ServicePage, name: string, now: number): Page => ({
  url,
  name,
  expired,
  refresh,
  dueAt: refresh?.after ? now + refresh.after : null,
});

/** The page that is before its user now; null = none of a service. A form is left alone: somebody writes in it. */
export const shownPage = (state: PhoneState): Page | null => (isWriting(state) ? null : pageOnTop(state));

function pageOnTop(state: PhoneState): Page | null {
  const { services } = state;
  if (services && !services.covered) return services.page;
  const menu = shownMenu(state);
  const top = menu && topOf(menu);
  return top?.kind === 'list' || top?.kind === 'form' ? top.page : null;
}

/** "If none and position 1 free, phone adds Next (if Refresh URL) or Update". */
export const pageKey = ({ url, refresh }: Page): 'Next' | 'Update' =>
  refresh?.after === null && refresh.url !== url ? 'Next' : 'Update';

/** When the page that is shown is to be asked for again; null = never, or one is on its way already. */
export const refreshDueAt = (state: PhoneState): number | null =>
  state.requested ? null : (shownPage(state)?.dueAt ?? null);

export function refreshWhenDue(state: PhoneState, now: number): Step {
  const dueAt = refreshDueAt(state);
  return dueAt !== null && dueAt <= now ? updatePage(state, now) : step(state);
}

/** Update, Next, or the time that the service has set: the next page is asked for, and the one that is shown stays until then. */
export function updatePage(state: PhoneState, now: number): Step {
  const page = shownPage(state);
  if (!page) return step(state);
  const url = page.refresh?.url ?? page.url;
  const isInternal = /^[a-z]+:/i.test(url) && !/^http:/i.test(url);
  const replaces: Page = { ...page, dueAt: page.refresh?.after && !isInternal ? now + page.refresh.after : null };
  const waiting = withPage(state, replaces);
  if (isInternal) return obeyRefresh(waiting, url, now);
  const requested: Requested = { url, name: page.name, replaces, executed: false };
  return step({ ...waiting, requested }, { kind: 'openService', url });
}

/** Of all that a phone can be told by a URI, a page that times out may leave, play a sound, and close an application. */
function obeyRefresh(state: PhoneState, uri: string, now: number): Step {
  if (/^SoftKey:(Exit|Back|Cancel)$/.test(uri)) return step(leavePage(state));
  return /^(Play|Init):/.test(uri) ? pressServicesKey(state, uri, now) : step(state);
}

/** What it lay upon is shown again. */
export function leavePage(state: PhoneState): PhoneState {
  const menu = shownMenu(state);
  return menu ? { ...withoutTop(state, menu), requested: null, softkeyPage: 0 } : closeScreen(state);
}

/** Without the screen on top of the menu, and with the page that had led to it. */
export function withoutTop(state: PhoneState, menu: Menu): PhoneState {
  const top = topOf(menu);
  const upon = top.kind === 'list' || top.kind === 'form' ? top.upon : null;
  return { ...state, menu: closed(menu), services: upon ?? state.services };
}

/** Without what is shown, for something else that takes its place: only what it lay upon. */
export function withoutShown(state: PhoneState): PhoneState {
  const { services } = state;
  if (services && !services.covered) return { ...state, services: services.under };
  return state.menu ? withoutTop(state, state.menu) : state;
}

/**
 * What a page comes to lie upon. It takes the place of one that has expired ("the user goes back to the last URL that did not
 * expire when it was loaded"), and of itself.
 */
export function leftFor(page: Page | null, state: PhoneState): PhoneState {
  const shown = page && pageOnTop(state);
  return shown && (shown.expired || shown.url === page.url) ? leavePage(state) : state;
}

function withPage(state: PhoneState, page: Page): PhoneState {
  const { services } = state;
  if (services && !services.covered) return { ...state, services: { ...services, page } };
  const menu: Menu | null = shownMenu(state);
  const top = menu && topOf(menu);
  return menu && top?.kind === 'list' ? { ...state, menu: replacedTop(menu, { ...top, page }) } : state;
}
