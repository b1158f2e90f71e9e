import { missingCase } from '../base/missing-case';
import type { Key } from '../contract/keys';
import type { SoftkeyEvent } from '../contract/softkey-template';
import { parseInternalUri } from '../xsi/objects/internal-uri';
import { pressLine } from './buttons/line-key';
import { pressMessages } from './buttons/messages-key';
import { pressCallBack } from './call-back-key';
import { isRingingIn } from './calls/call';
import { pressConference, pressJoin, removeLast } from './calls/conference';
import { endCall } from './calls/end';
import { hold, resume } from './calls/hold';
import { answer } from './calls/ring-in';
import { visibleCalls } from './calls/rows';
import { pressTransfer } from './calls/transfer';
import { dial, eraseDigit, goOffHook, goOnHook, pressDigit, pressPlus, uncoverWhenIdle } from './dialling';
import { pressDoNotDisturb, pressForwardAll } from './features';
import { comesTooLate } from './focus-steal-guard';
import { explainKey, explainPage, isAsked, pressInfo } from './help';
import { act, follow } from './menus/act';
import { choiceOf } from './menus/graphic-menu';
import { shownMenu } from './menus/menu-keys';
import { pressHardKey, pressMenuKey } from './menus/press';
import { leadsTo } from './menus/query-parameter';
import { handsFree, isIdle, type PhoneState, type Step, step, withNotice } from './phone-state';
import { pressServicesKey, scroll } from './services';
import { allSoftkeysOf, type Softkey, softkeysOf } from './softkeys';

const LOUDEST = 10;

export function pressKey(state: PhoneState, key: Key, now: number): Step {
  if (comesTooLate(state, key, now)) return step(state);
  if (isAsked(state, now) && !['info', 'enter', 'escape'].includes(key.kind)) return explainKey(state, key);
  const inMenu = pressMenuKey(state, key, now);
  if (inMenu) return inMenu;
  switch (key.kind) {
    case 'softkey':
      return pressSoftkey(state, softkeysOf(state)[key.position - 1] ?? null, now);
    case 'digit': {
      const choice = choiceOf(state, key.digit);
      if (choice === 'nothing') return step(state);
      return choice ? follow(state, choice.url, now, choice.name) : pressDigit(state, key.digit, now);
    }
    case 'line':
      return pressLine(state, key.button, now);
    case 'handset':
    case 'speaker':
    case 'headset':
      return pressHook(state, key.kind, now);
    case 'mute':
      return state.hook === 'onHook'
        ? step(withNotice(state, now, 'keyNotActive'))
        : step(withNotice({ ...state, muted: !state.muted }, now, state.muted ? 'muteOff' : 'muteOn'));
    case 'volume':
      return changeVolume(state, key.direction === 'up' ? 1 : -1, now);
    case 'navigate':
      return state.services && !state.services.covered
        ? scroll(state, key.direction)
        : selectNextCall(state, key.direction);
    case 'enter':
      return pressFirst(state, enterMeans(state), now);
    case 'escape':
      return pressFirst(state, ['Exit', 'EndCall', 'Cancel'], now);
    case 'services':
      if (state.serviceList.length > 0) return pressHardKey(state, key.kind, now);
      return isIdle(state) ? step(state, { kind: 'servicesPressed' }) : step(withNotice(state, now, 'keyNotActive'));
    case 'directories':
    case 'settings':
      return pressHardKey(state, key.kind, now);
    case 'info':
      return pressInfo(state, now);
    case 'help':
      return explainPage(state);
    case 'messages':
      return pressMessages(state, now);
    case 'backspace':
      return eraseDigit(state, now);
    case 'character':
      return key.character === '+' ? pressPlus(state) : step(state);
    default:
      return missingCase(key);
  }
}

function pressSoftkey(state: PhoneState, softkey: Softkey, now: number): Step {
  if (!softkey) return step(state);
  switch (softkey.kind) {
    case 'more':
      return step({ ...state, softkeyPage: state.softkeyPage + 1 });
    case 'services':
      return follow(state, leadsTo(state, softkey.url), now);
    case 'menu': {
      const menu = shownMenu(state);
      return menu ? act(state, menu, softkey.action, now) : pressServicesKey(state, `SoftKey:${softkey.action}`, now);
    }
    case 'event':
      return obey(state, softkey.event, now);
    default:
      return missingCase(softkey);
  }
}

function obey(state: PhoneState, event: SoftkeyEvent, now: number): Step {
  switch (event) {
    case 'Redial':
      return state.lastDialled ? dial(state, state.lastDialled, now) : step(withNotice(state, now, 'nothingToRedial'));
    case 'NewCall':
      return goOffHook({ ...state, entry: '' }, handsFree(state), now);
    case 'Hold':
      return hold(state);
    case 'Resume':
      return resume(state);
    case 'Answer':
      return answer(state, handsFree(state));
    case 'EndCall':
      return endCall(state);
    case 'CallBack':
      return pressCallBack(state, now);
    case 'CFwdALL':
      return pressForwardAll(state, now);
    case 'Trnsfer':
      return pressTransfer(state, now);
    case 'Confrn':
      return pressConference(state, now);
    case 'Join':
      return pressJoin(state);
    case 'RmLstC':
      return removeLast(state);
    case 'DND':
      return pressDoNotDisturb(state);
    case '<<':
      return eraseDigit(state, now);
    case 'Dial':
      return state.entry ? dial(state, state.entry, now) : step(state);
    case 'Cancel':
      return step(uncoverWhenIdle({ ...state, entry: '', entryCompleteAt: null, softkeyPage: 0 }));
    default:
      return missingCase(event);
  }
}

/** Handset, speaker and headset: off hook by the one pressed; pressed again on hook; another one takes the voice over. */
function pressHook(state: PhoneState, pressed: 'handset' | 'speaker' | 'headset', now: number): Step {
  if (state.hook === pressed) return goOnHook(state);
  if (state.hook !== 'onHook') return step({ ...state, hook: pressed });
  return state.calls.some(isRingingIn) ? answer(state, pressed) : goOffHook(state, pressed, now);
}

function changeVolume(state: PhoneState, by: number, now: number): Step {
  const level = (volume: number): number => Math.min(LOUDEST, Math.max(0, volume + by));
  if (state.hook === 'onHook') {
    const ringerVolume = level(state.ringerVolume);
    return step(withNotice({ ...state, ringerVolume }, now, 'ringerVolume', String(ringerVolume)));
  }
  const voiceVolume = level(state.voiceVolume);
  return step(withNotice({ ...state, voiceVolume }, now, 'voiceVolume', String(voiceVolume)));
}

/** The rocker goes from call to call; from dial tone, which it gives up, it leads to the call next to it. */
function selectNextCall(state: PhoneState, direction: 'up' | 'down'): Step {
  if (state.hook === 'onHook' && state.entry) return step(state);
  const calls = visibleCalls(state);
  const at = calls.findIndex((call) => call.id === state.selected);
  const from = at < 0 ? (direction === 'down' ? -1 : calls.length) : at;
  const next = calls[from + (direction === 'down' ? 1 : -1)];
  if (!next) return step(state);
  return step({
    ...state,
    selected: next.id,
    selectedLine: next.line,
    entry: '',
    entryCompleteAt: null,
    asksForward: false,
    softkeyPage: 0,
  });
}

/** The key that goes on with what is under way. In a call that is complete there is none. */
function enterMeans({ consult }: PhoneState): readonly string[] {
  const goesOn = consult ? [consult.purpose === 'transfer' ? 'Trnsfer' : 'Confrn'] : [];
  return ['Dial', 'Select', 'Find', 'Submit', 'Save', 'OK', 'Answer', 'Resume', ...goesOn];
}

/** Enter and Escape of the computer's keyboard stand for the first of these keys that the phone offers, on whatever page. */
function pressFirst(state: PhoneState, wanted: readonly string[], now: number): Step {
  const offered = allSoftkeysOf(state);
  for (const name of wanted) {
    const key = offered.find((candidate) => candidate && meaningOf(candidate) === name);
    if (key) return pressSoftkey(state, key, now);
  }
  // An idle 7960 has no Dial key, but lifting the handset on entered digits dials them.
  return wanted[0] === 'Dial' && state.entry ? dial(state, state.entry, now) : step(state);
}

/** What a key means whatever its label says in the phone's language. */
export function meaningOf(key: Exclude<Softkey, null>): string {
  if (key.kind === 'event') return key.event;
  if (key.kind === 'menu') return key.action;
  if (key.kind === 'more') return '';
  const uri = parseInternalUri(key.url);
  return uri.kind === 'UserCallData' ? uri.data : uri.kind === 'SoftKey' ? uri.key : '';
}
