import type { Display } from '../contract/display';
import type { Lamps, PhoneSnapshot } from '../contract/phone-snapshot';
import { writeTime } from '../xsi/objects/time-template';
import { lineButtonsOf } from './buttons/line-buttons';
import { messagesOf } from './buttons/messages-key';
import { rowsOf } from './calls/rows';
import { imagePlane, planeOf } from './menus/draw';
import { shownMenu } from './menus/menu-keys';
import { topOf } from './menus/screen';
import { isDialling, isRinging, type PhoneState } from './phone-state';
import { type Phrasebook, phrase } from './phrases';
import { promptOf } from './prompt';
import { qualityText } from './quality';
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
    missedCalls: state.callLog.unseen,
    volume: { ringer: state.ringerVolume, voice: state.voiceVolume },
  };
}

function displayOf(state: PhoneState, book: Phrasebook, now: number): Display {
  const shown = state.services && !state.services.covered ? state.services : null;
  const menu = shownMenu(state);
  const words = (text: string): string => (shown?.own ? phrase(book, text) : text);
  const plane: Display['plane'] = menu
    ? planeOf(state, topOf(menu), book)
    : shown
      ? shown.object.kind === 'CiscoIPPhoneText'
        ? {
            kind: 'services',
            title: words(shown.object.title),
            text: qualityText(state, book) ?? words(shown.object.text),
            scrolledRows: shown.scrolledRows,
          }
        : imagePlane(shown.object)
      : {
          kind: 'calls',
          calls: rowsOf(state, book, now),
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
      return key.kind === 'event' || key.kind === 'menu' ? phrase(book, key.label) : words(key.label);
    }),
  };
}

/** The digits so far; also none yet, once the phone is off hook and waits for them. */
const entryOf = (state: PhoneState): string | null => (state.entry || isDialling(state) ? state.entry : null);

function lampsOf(state: PhoneState): Lamps {
  const messages = messagesOf(state).waiting ? 'on' : 'off';
  return {
    handset: isRinging(state) ? 'flash' : messages,
    speaker: state.hook === 'speaker' ? 'on' : 'off',
    headset: state.hook === 'headset' ? 'on' : 'off',
    mute: state.muted ? 'on' : 'off',
    messages,
  };
}
