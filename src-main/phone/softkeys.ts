import { missingCase } from '../base/missing-case';
import { type CallState, SOFTKEY_EVENTS, type SoftkeyEvent } from '../contract/softkey-template';
import { type Call, isHeard, isInHand } from './calls/call';
import { mayJoin, mayJoinConsulted, mayRemove } from './calls/conference';
import { mayBegin } from './calls/consult';
import { ringingCall } from './calls/ring-in';
import { mayComplete } from './calls/transfer';
import { lineInFocus } from './lines';
import { type MenuAction, menuSoftkeys, shownMenu } from './menus/menu-keys';
import { pageKey } from './menus/page';
import { hasRoom, type PhoneState, selectedCall } from './phone-state';

/** What lies under one of the four softkeys. */
export type Softkey =
  /** `label` is a phrase of the phone's dictionary. */
  | { readonly kind: 'event'; readonly label: string; readonly event: SoftkeyEvent }
  /** A key of a pushed screen: its label is the application's, in the application's words. */
  | { readonly kind: 'services'; readonly label: string; readonly url: string }
  | { readonly kind: 'menu'; readonly label: string; readonly action: MenuAction }
  | { readonly kind: 'more' }
  | null;

const KEYS_SHOWN = 4;

/** The set of softkeys that fits what the phone is doing. */
export function callStateOf(state: PhoneState): CallState {
  if (state.hook === 'onHook' && state.entry) return 'On Hook Dialling';
  const call = selectedCall(state);
  if (call) return consultState(state, call) ?? stateOfCall(call);
  if (state.hook === 'onHook') return state.remoteInUse[lineInFocus(state)] ? 'Remote In Use' : 'On Hook';
  if (state.entry) return 'Digits After First';
  return state.asksForward || state.consult?.second === null ? 'Off Hook With Feature' : 'Off Hook';
}

/** A call that is being passed on, or to be joined: the key that does so goes with the one that is not on hold. */
function consultState({ consult }: PhoneState, call: Call): CallState | null {
  if (consult?.sent && call.id === consult.first) return 'Connected Transfer';
  if (!consult?.second || (call.id !== consult.first && call.id !== consult.second)) return null;
  if (consult.purpose === 'transfer') return isInHand(call) ? 'Connected Transfer' : null;
  return isHeard(call) ? 'Connected Conference' : null;
}

function stateOfCall(call: Call): CallState {
  switch (call.phase) {
    case 'proceed':
    case 'ringOut':
    // The chapter offers CallBack "while receiving a busy or ringback tone", and its checklist puts the key on Ring Out alone.
    case 'busy':
    case 'failed':
      return 'Ring Out';
    case 'ringIn':
      return 'Ring In';
    case 'connected':
      return 'Connected';
    case 'held':
      return 'On Hold';
    case 'disconnected':
      return 'Off Hook';
    default:
      return missingCase(call.phase);
  }
}

/** The four softkeys as they are shown now, from the left. */
export function softkeysOf(state: PhoneState): readonly Softkey[] {
  const all = allSoftkeysOf(state);
  if (all.length <= KEYS_SHOWN) return Array.from({ length: KEYS_SHOWN }, (_, index) => all[index] ?? null);
  const groups = Math.ceil(all.length / (KEYS_SHOWN - 1));
  const first = (state.softkeyPage % groups) * (KEYS_SHOWN - 1);
  const group = Array.from({ length: KEYS_SHOWN - 1 }, (_, index) => all[first + index] ?? null);
  return [...group, { kind: 'more' }];
}

/** Every softkey that there is at the moment, also those behind "more". */
export function allSoftkeysOf(state: PhoneState): readonly Softkey[] {
  const menu = shownMenu(state);
  if (menu) return menuSoftkeys(state, menu);
  return state.services && !state.services.covered ? servicesKeys(state) : templateKeys(state);
}

/**
 * The keys of the template's set, in its order. As CallManager masks a set (SelectSoftKeys, validKeyMask), a key that can do
 * nothing now is left blank among the first ones, which keep their places, and left out behind them.
 */
function templateKeys(state: PhoneState): Softkey[] {
  const { keys, sets } = state.device.template;
  const shown = (sets[callStateOf(state)] ?? []).map((name): Softkey => {
    const key = keys[name];
    const event = (Object.keys(SOFTKEY_EVENTS) as SoftkeyEvent[]).find((known) => SOFTKEY_EVENTS[known] === key?.event);
    return key && event && isUsable(state, event) ? { kind: 'event', label: key.label, event } : null;
  });
  return [...shown.slice(0, KEYS_SHOWN - 1), ...shown.slice(KEYS_SHOWN - 1).filter((key) => key !== null)];
}

function isUsable(state: PhoneState, event: SoftkeyEvent): boolean {
  switch (event) {
    case 'CallBack':
      return state.features?.callBackKey !== false;
    case 'CFwdALL':
      return state.features !== null;
    case 'NewCall':
      return hasRoom(state);
    case 'Answer':
      return ringingCall(state)?.id === state.selected;
    case 'Trnsfer':
      return mayBegin(state, 'transfer') || mayComplete(state);
    case 'Confrn':
      return mayBegin(state, 'conference') || mayJoinConsulted(state);
    case 'Join':
      return mayJoin(state);
    case 'RmLstC':
      return mayRemove(state);
    case 'Resume':
    case 'Hold':
    case 'Redial':
    case 'EndCall':
    case 'DND':
    case '<<':
    case 'Dial':
    case 'Cancel':
      return true;
    default:
      return missingCase(event);
  }
}

const ownKey = (action: 'Update' | 'Next' | 'Exit'): Softkey => ({ kind: 'menu', label: `key.${action}`, action });

/** The keys that a service has sent take the place of the phone's own, but for the one that brings the next page. */
function servicesKeys(state: PhoneState): Softkey[] {
  const keys = state.services?.object.softkeys ?? [];
  const page = state.services?.page ?? null;
  const update: Softkey = page && ownKey(pageKey(page));
  if (keys.length === 0) return update ? [update, ownKey('Exit')] : [ownKey('Exit')];
  const last = Math.max(0, ...keys.map((key) => key.position));
  return Array.from({ length: last }, (_, index) => {
    const key = keys.find((candidate) => candidate.position === index + 1);
    if (key) return { kind: 'services', label: key.name, url: key.url };
    return index === 0 && page?.refresh ? update : null;
  });
}
