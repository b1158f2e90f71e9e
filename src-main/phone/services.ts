import { parseInternalUri } from '../xsi/objects/internal-uri';
import { parseXsiObject } from '../xsi/objects/parse';
import type { CiscoIPPhoneText } from '../xsi/objects/xsi-object';
import { uncoverWhenIdle } from './dialling';
import { request, showObject } from './menus/service';
import type { PhoneEffect } from './phone-effect';
import { isIdle, type PhoneState, type Step, step, withNotice } from './phone-state';
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
  },
  softkeyPage: 0,
  notice: null,
});

/** The screen that is shown goes; what it lay upon is there again. */
export const closeScreen = (state: PhoneState): PhoneState =>
  uncoverWhenIdle({ ...state, services: state.services?.under ?? null, softkeyPage: 0 });

/**
 * An application has pushed an object: a text is shown, at once or, where it would hide the keys of a call, after the call; the
 * items of an Execute are carried out.
 * An object that cannot be read changes nothing, and the prompt line says so.
 */
export function receiveObject(state: PhoneState, xml: string, now: number): Step {
  const object = parseXsiObject(xml);
  switch (object.kind) {
    case 'CiscoIPPhoneError':
      return step(withNotice(state, now, 'xmlError'));
    case 'CiscoIPPhoneMenu':
    case 'CiscoIPPhoneDirectory':
    case 'CiscoIPPhoneInput':
      return step({ ...showObject(state, object), answerDueAt: null });
    case 'CiscoIPPhoneText':
      return step({
        ...state,
        services: { object, scrolledRows: 0, covered: !isIdle(state), own: false, under: null },
        answerDueAt: null,
        softkeyPage: 0,
        notice: null,
      });
    case 'CiscoIPPhoneExecute':
      return object.items.reduce<Step>((before, item) => {
        const after = execute(before.state, item.url);
        return step(after.state, ...before.effects, ...after.effects);
      }, step(state));
  }
}

function execute(state: PhoneState, url: string): Step {
  const uri = parseInternalUri(url);
  if (uri.kind === 'Play') return step(state, { kind: 'play', file: uri.file });
  if (uri.kind === 'Init' && uri.application === 'Services') return step({ ...state, services: null, softkeyPage: 0 });
  return step(state);
}

/** A softkey of the pushed screen. */
export function pressServicesKey(state: PhoneState, url: string, now: number): Step {
  const uri = parseInternalUri(url);
  switch (uri.kind) {
    case 'SoftKey':
      return step(uri.key === 'Exit' ? closeScreen(state) : state);
    case 'UserCallData': {
      const { application, transaction, data } = uri;
      const effect: PhoneEffect = { kind: 'userData', message: { application, transaction, data } };
      return step(state, effect);
    }
    case 'Play':
    case 'Init':
      return execute(state, url);
    case 'unknown':
      return request(state, url, now);
  }
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
  const { text } = state.services.object;
  const longest = Math.max(0, rowsOf(text) - (isHigh(text) ? HIGH_ROWS_SHOWN : ROWS_SHOWN));
  const rows = state.services.scrolledRows + (direction === 'down' ? 1 : -1);
  return step({ ...state, services: { ...state.services, scrolledRows: Math.min(longest, Math.max(0, rows)) } });
}

function rowsOf(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const wide = han / HAN_IN_A_ROW + (text.length - han) / CHARACTERS_IN_A_ROW;
  return text.split('\n').length - 1 + Math.ceil(wide);
}
