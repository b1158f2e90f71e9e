import { missingCase } from '../contract/missing-case';
import type {
  CallPlane,
  CallRow,
  Display,
  Lamp,
  Lamps,
  PhoneSnapshot,
  ServicesPlane,
} from '../contract/phone-snapshot';
import { writeTime } from '../xsi/objects/time-template';
import type { Call } from './call';
import { callInPhase, isRinging, type PhoneState, selectedCall } from './phone-state';
import { type Phrasebook, phrase } from './phrases';
import { softkeysOf } from './softkeys';

const LINE_BUTTONS = 6;

/**
 * What the face shows of a phone.
 *
 * @param now milliseconds since the epoch
 */
export function snapshotOf(state: PhoneState, book: Phrasebook, now: number, version: number): PhoneSnapshot {
  const { name, number, displayName } = state.device;
  const first = { label: number, lamp: lineLamp(state) };
  return {
    version,
    device: { name, number, displayName },
    display: displayOf(state, book, now),
    lineButtons: Array.from({ length: LINE_BUTTONS }, (_, index) => (index === 0 ? first : null)),
    lamps: lampsOf(state),
    hook: state.hook,
    muted: state.muted,
    volume: { ringer: state.ringerVolume, voice: state.voiceVolume },
  };
}

function displayOf(state: PhoneState, book: Phrasebook, now: number): Display {
  const shown = state.services && !state.services.covered ? state.services : null;
  const plane: ServicesPlane | CallPlane = shown
    ? { kind: 'services', title: shown.object.title, text: shown.object.text, scrolledRows: shown.scrolledRows }
    : {
        kind: 'calls',
        calls: state.calls.map((call) => rowOf(call, state.selected, book, now)),
        entry: entryOf(state),
      };
  return {
    dateTime: writeTime(phrase(book, 'dateTime'), now),
    number: state.device.number,
    plane,
    prompt: state.notice
      ? phrase(book, state.notice.phrase, state.notice.value)
      : (shown?.object.prompt ?? promptOf(state, book)),
    softkeys: softkeysOf(state).map((key) => {
      if (!key) return null;
      if (key.kind === 'more') return phrase(book, 'key.more');
      return key.kind === 'event' ? phrase(book, key.label) : key.label;
    }),
  };
}

/** The digits so far; also none yet, once the phone is off hook and waits for them. */
const entryOf = (state: PhoneState): string | null =>
  state.entry || (state.hook !== 'onHook' && state.selected === null) ? state.entry : null;

function promptOf(state: PhoneState, book: Phrasebook): string {
  const call = selectedCall(state);
  if (call) return callPrompt(call, book);
  if (state.hook !== 'onHook' || state.entry) return phrase(book, 'enterNumber');
  switch (state.registration.kind) {
    case 'registered':
      return phrase(book, 'idle');
    case 'registering':
      return phrase(book, 'registering');
    case 'rejected':
      return `${phrase(book, 'registrationRejected')} (${state.registration.status})`;
    default:
      return missingCase(state.registration);
  }
}

function callPrompt(call: Call, book: Phrasebook): string {
  switch (call.phase) {
    case 'proceed':
      return phrase(book, 'proceed');
    case 'ringOut':
      return phrase(book, 'ringOut');
    case 'ringIn':
      return phrase(book, 'from', partyOf(call));
    case 'connected':
      return phrase(book, call.microphone ? 'connected' : 'noMicrophone');
    case 'held':
      return phrase(book, 'hold');
    case 'busy':
    case 'failed':
    case 'disconnected':
      return phrase(book, call.cause ?? 'callEnded');
    default:
      return missingCase(call.phase);
  }
}

const ICONS: Readonly<Record<Call['phase'], CallRow['icon']>> = {
  proceed: 'ringOut',
  ringOut: 'ringOut',
  ringIn: 'ringIn',
  connected: 'connected',
  held: 'hold',
  busy: 'busy',
  failed: 'busy',
  disconnected: 'onHook',
};

const rowOf = (call: Call, selected: string | null, book: Phrasebook, now: number): CallRow => ({
  id: call.id,
  icon: ICONS[call.phase],
  text: phrase(book, call.direction === 'out' ? 'to' : 'from', partyOf(call)),
  timer: call.connectedAt === null ? null : duration(now - call.connectedAt),
  selected: call.id === selected,
});

const partyOf = (call: Call): string =>
  call.name && call.name !== call.number ? `${call.name} (${call.number})` : call.number;

function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function lineLamp(state: PhoneState): Lamp {
  if (isRinging(state)) return 'flash';
  if (state.hook !== 'onHook') return 'on';
  return callInPhase(state, 'held') ? 'wink' : 'off';
}

const lampsOf = (state: PhoneState): Lamps => ({
  handset: isRinging(state) ? 'flash' : 'off',
  speaker: state.hook === 'speaker' ? 'on' : 'off',
  headset: state.hook === 'headset' ? 'on' : 'off',
  mute: state.muted ? 'on' : 'off',
  messages: 'off',
});
