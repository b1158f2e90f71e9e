import { parseInternalUri } from '../xsi/objects/internal-uri';
import { type ParsedObject, parseXsiObject } from '../xsi/objects/parse';
import type { CiscoIPPhoneText } from '../xsi/objects/xsi-object';
import { uncoverWhenIdle } from './dialling';
import { keyOfUri } from './key-uri';
import { executeAll } from './menus/execute';
import { leavePage, leftFor, type Page, updatePage, withoutShown } from './menus/page';
import { request, showObject } from './menus/service';
import type { PhoneEffect } from './phone-effect';
import { isIdle, type PhoneState, type Services, type Step, step, withNotice } from './phone-state';
import type { PhraseId } from './phrases';

/** A screen of the phone itself, of which `text` and all other words are phrases. */
export const ownScreen = (appId: string, title: string, text: string): CiscoIPPhoneText => ({
  kind: 'CiscoIPPhoneText',
  appId,
  title,
  text,
  prompt: 'idle',
  softkeys: [{ name: 'key.Exit', url: 'SoftKey:Exit', position: 3 }],
});

/** What the phone says of a Call Back service that does not. */
export const showOwnScreen = (state: PhoneState, text: PhraseId): PhoneState => ({
  ...state,
  services: {
    object: ownScreen(`phone/${text}`, 'key.CallBack', text),
    scrolledRows: 0,
    covered: !isIdle(state),
    own: true,
    under: null,
    page: null,
  },
  softkeyPage: 0,
  notice: null,
  answerDueAt: null,
});

/** Help lies upon whatever is shown, also upon a call: who asked for it wants it now. */
export const showHelp = (state: PhoneState, text: string): PhoneState => ({
  ...state,
  services: {
    object: ownScreen('help', 'key.help', text),
    scrolledRows: 0,
    covered: false,
    own: true,
    under: state.services?.object.appId === 'help' ? state.services.under : state.services,
    page: null,
  },
  softkeyPage: 0,
  notice: null,
});

/** The screen that is shown goes; what it lay upon is there again. */
export const closeScreen = (state: PhoneState): PhoneState =>
  uncoverWhenIdle({ ...state, services: state.services?.under ?? null, requested: null, softkeyPage: 0 });

/** How an object has come to the phone. */
export interface Arrival {
  /** null = an application has pushed it. */
  readonly page: Page | null;
  /** It takes the place of the page that is shown. */
  readonly replaces: boolean;
  /** An Execute has had it loaded. */
  readonly executed: boolean;
}

const PUSHED: Arrival = { page: null, replaces: false, executed: false };

/** "Missing Title -> Name of last chosen MenuItem". */
const titled = <Parsed extends { readonly kind: string }>(object: Parsed, { page }: Arrival): Parsed =>
  page && 'title' in object && object.title === '' ? { ...object, title: page.name } : object;

/**
 * An object has come: a text or a picture is shown, at once or, where it would hide the keys of a call, after the call; the
 * items of an Execute are carried out.
 * An object that cannot be read changes nothing, and the prompt line says so.
 */
export const receiveObject = (state: PhoneState, xml: string, now: number, arrival = PUSHED): Step =>
  takeObject(state, parseXsiObject(xml), now, arrival);

export function takeObject(state: PhoneState, parsed: ParsedObject, now: number, arrival: Arrival): Step {
  const object = titled(parsed, arrival);
  switch (object.kind) {
    case 'CiscoIPPhoneError':
      return step(withNotice(state, now, 'xmlError'));
    case 'CiscoIPPhoneMenu':
    case 'CiscoIPPhoneIconMenu':
    case 'CiscoIPPhoneDirectory':
    case 'CiscoIPPhoneInput':
      return step({ ...showObject(state, object, arrival), answerDueAt: null });
    case 'CiscoIPPhoneText':
    case 'CiscoIPPhoneImage':
    case 'CiscoIPPhoneGraphicMenu':
      return step({ ...showPage(state, object, arrival), answerDueAt: null });
    case 'CiscoIPPhoneExecute':
      return executeAll(state, object, arrival, now);
  }
}

function showPage(state: PhoneState, object: Services['object'], { page, replaces }: Arrival): PhoneState {
  const before = replaces ? withoutShown(state) : { ...leftFor(page, state), softkeyPage: 0, notice: null };
  // To a page that a service has shown one comes back, and to no other screen.
  const under = page && before.services?.page ? before.services : null;
  const scrolledRows = replaces ? (state.services?.scrolledRows ?? 0) : 0;
  return { ...before, services: { object, covered: !isIdle(state), own: false, page, under, scrolledRows } };
}

/** A softkey of the pushed screen. */
export function pressServicesKey(state: PhoneState, url: string, now: number, name = ''): Step {
  const uri = parseInternalUri(url);
  switch (uri.kind) {
    case 'SoftKey':
      return pressOwnKey(state, uri.key, now);
    case 'UserCallData': {
      const { application, transaction, data } = uri;
      const effect: PhoneEffect = { kind: 'userData', message: { application, transaction, data } };
      return step(state, effect);
    }
    case 'Play':
      return step(state, { kind: 'play', file: uri.file });
    case 'Init':
      return step(uri.application === 'Services' ? { ...state, services: null, softkeyPage: 0 } : state);
    case 'QueryStringParam':
      return step(withNotice(state, now, 'keyNotActive'));
    case 'Key': {
      const key = keyOfUri(uri.key);
      return key ? step(state, { kind: 'pressKey', key }) : step(state);
    }
    case 'unknown':
      return request(state, url, now, name);
  }
}

/** A key of the phone's own that a service has put under one of its labels. */
function pressOwnKey(state: PhoneState, key: string, now: number): Step {
  if (key === 'Update' || key === 'Next') return updatePage(state, now);
  return step(key === 'Exit' || key === 'Back' || key === 'Cancel' ? leavePage(state) : state);
}

/** What the pane of 133 x 65 pixels holds: that many rows of, on average, at least that many characters. */
const ROWS_SHOWN = 5;
const CHARACTERS_IN_A_ROW = 20;
/** The same of Chinese and Japanese, and of Arabic: their characters are higher. */
const HIGH_ROWS_SHOWN = 4;
const HAN_IN_A_ROW = 10;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/g;
const ARABIC = /[\u0600-\u06ff]/g;
const isHigh = (text: string): boolean => text.search(HAN) >= 0 || text.search(ARABIC) >= 0;

/** The pane shows few rows: the rest is scrolled to. The face stops at the last row, which depends on how the text wraps. */
export function scroll(state: PhoneState, direction: 'up' | 'down'): Step {
  if (!state.services || state.services.covered) return step(state);
  const { object } = state.services;
  if (object.kind !== 'CiscoIPPhoneText') return step(state);
  const { text } = object;
  const longest = Math.max(0, rowsOf(text) - (isHigh(text) ? HIGH_ROWS_SHOWN : ROWS_SHOWN));
  const rows = state.services.scrolledRows + (direction === 'down' ? 1 : -1);
  return step({ ...state, services: { ...state.services, scrolledRows: Math.min(longest, Math.max(0, rows)) } });
}

function rowsOf(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const wide = han / HAN_IN_A_ROW + (text.length - han) / CHARACTERS_IN_A_ROW;
  return text.split('\n').length - 1 + Math.ceil(wide);
}
