import type { CallPlane, CallRow, Display, Lamps, PhoneSnapshot, ServicesPlane } from '../contract/phone-snapshot';
import { writeTime } from '../xsi/objects/time-template';
import { lineButtonsOf } from './buttons/line-buttons';
import { type Call, partyOf } from './calls/call';
import { isRinging, type PhoneState } from './phone-state';
import { type Phrasebook, phrase } from './phrases';
import { promptOf } from './prompt';
import { softkeysOf } from './softkeys';

/**
 * What the face shows of a phone.
 *
 * @param now milliseconds since the epoch
 */
export function snapshotOf(state: PhoneState, book: Phrasebook, now: number, version: number): PhoneSnapshot {
  const { number, displayName } = state.device.lines[0];
  return {
    version,
    device: { name: state.device.name, number, displayName },
    display: displayOf(state, book, now),
    lineButtons: lineButtonsOf(state),
    lamps: lampsOf(state),
    hook: state.hook,
    muted: state.muted,
    appearance: { casing: state.settings.casing, contrast: state.settings.contrast },
    missedCalls: 0,
    volume: { ringer: state.ringerVolume, voice: state.voiceVolume },
  };
}

function displayOf(state: PhoneState, book: Phrasebook, now: number): Display {
  const shown = state.services && !state.services.covered ? state.services : null;
  const words = (text: string): string => (shown?.own ? phrase(book, text) : text);
  const plane: ServicesPlane | CallPlane = shown
    ? {
        kind: 'services',
        title: words(shown.object.title),
        text: words(shown.object.text),
        scrolledRows: shown.scrolledRows,
      }
    : {
        kind: 'calls',
        calls: state.calls.map((call) => rowOf(call, state.selected, book, now)),
        entry: entryOf(state),
      };
  return {
    language: phrase(book, 'language'),
    direction: phrase(book, 'direction') === 'rtl' ? 'rtl' : 'ltr',
    dateTime: writeTime(phrase(book, 'dateTime'), now),
    number: state.device.lines[0].number,
    plane,
    prompt: promptOf(state, book),
    softkeys: softkeysOf(state).map((key) => {
      if (!key) return null;
      if (key.kind === 'more') return phrase(book, 'key.more');
      return key.kind === 'event' ? phrase(book, key.label) : words(key.label);
    }),
  };
}

/** The digits so far; also none yet, once the phone is off hook and waits for them. */
const entryOf = (state: PhoneState): string | null =>
  state.entry || (state.hook !== 'onHook' && state.selected === null) ? state.entry : null;

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

function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

const lampsOf = (state: PhoneState): Lamps => ({
  handset: isRinging(state) ? 'flash' : 'off',
  speaker: state.hook === 'speaker' ? 'on' : 'off',
  headset: state.hook === 'headset' ? 'on' : 'off',
  mute: state.muted ? 'on' : 'off',
  messages: 'off',
});
