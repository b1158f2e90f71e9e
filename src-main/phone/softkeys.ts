import { missingCase } from '../contract/missing-case';
import { type CallState, SOFTKEY_EVENTS, type SoftkeyEvent } from '../contract/softkey-template';
import { type PhoneState, selectedCall } from './phone-state';

/** What lies under one of the four softkeys. */
export type Softkey =
  /** `label` is a phrase of the phone's dictionary. */
  | { readonly kind: 'event'; readonly label: string; readonly event: SoftkeyEvent }
  /** A key of a pushed screen: its label is the application's, in the application's words. */
  | { readonly kind: 'services'; readonly label: string; readonly url: string }
  | { readonly kind: 'more' }
  | null;

const KEYS_SHOWN = 4;

/** The set of softkeys that fits what the phone is doing. */
export function callStateOf(state: PhoneState): CallState {
  const call = selectedCall(state);
  if (!call) {
    if (state.hook === 'onHook') return state.entry ? 'On Hook Dialling' : 'On Hook';
    if (state.entry) return 'Digits After First';
    return state.asksForward ? 'Off Hook With Feature' : 'Off Hook';
  }
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
  const all = state.services && !state.services.covered ? servicesKeys(state) : templateKeys(state);
  if (all.length <= KEYS_SHOWN) return Array.from({ length: KEYS_SHOWN }, (_, index) => all[index] ?? null);
  const groups = Math.ceil(all.length / (KEYS_SHOWN - 1));
  const first = (state.softkeyPage % groups) * (KEYS_SHOWN - 1);
  const group = Array.from({ length: KEYS_SHOWN - 1 }, (_, index) => all[first + index] ?? null);
  return [...group, { kind: 'more' }];
}

function templateKeys(state: PhoneState): Softkey[] {
  const { keys, sets } = state.device.template;
  return (sets[callStateOf(state)] ?? []).map((name) => {
    const key = keys[name];
    if (!key || (name === 'CallBack' && state.features?.callBackKey === false)) return null;
    const event = (Object.keys(SOFTKEY_EVENTS) as SoftkeyEvent[]).find((known) => SOFTKEY_EVENTS[known] === key.event);
    return event ? { kind: 'event', label: key.label, event } : null;
  });
}

function servicesKeys(state: PhoneState): Softkey[] {
  const keys = state.services?.object.softkeys ?? [];
  const last = Math.max(0, ...keys.map((key) => key.position));
  return Array.from({ length: last }, (_, index) => {
    const key = keys.find((candidate) => candidate.position === index + 1);
    return key ? { kind: 'services', label: key.name, url: key.url } : null;
  });
}
