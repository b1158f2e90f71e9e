import type { Display } from '../../../src-main/contract/display.ts';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';

type Changes = Partial<Omit<PhoneSnapshot, 'display'>> & { readonly display?: Partial<Display> };

const DARK = { handset: 'off', speaker: 'off', headset: 'off', mute: 'off', messages: 'off' } as const;

const LINE = { kind: 'line', far: 'unknown', messages: false } as const;

const IDLE: PhoneSnapshot = {
  version: 1,
  device: { name: 'SEP000000001001', number: '1001', displayName: 'Alice' },
  display: {
    language: 'en',
    direction: 'ltr',
    dateTime: '14:05 11/22/26',
    number: '1001',
    plane: { kind: 'calls', calls: [], entry: null },
    prompt: 'Your current options',
    softkeys: ['Redial', 'NewCall', 'CallBack', 'more'],
  },
  lineButtons: [{ label: '1001', lamp: 'off', registered: true, ...LINE }, null, null, null, null, null],
  lamps: DARK,
  hook: 'onHook',
  muted: false,
  appearance: { casing: 'dark', contrast: 5 },
  missedCalls: 0,
  volume: { ringer: 5, voice: 5 },
};

export const phoneThat = (changes: Changes = {}): PhoneSnapshot => ({
  ...IDLE,
  ...changes,
  display: { ...IDLE.display, ...changes.display },
});

export const ringsIn = phoneThat({
  version: 2,
  display: {
    plane: {
      kind: 'calls',
      calls: [{ id: 'a', icon: 'ringIn', text: 'From Bob (1002)', timer: null, selected: true }],
      entry: null,
    },
    prompt: 'From Bob (1002)',
    softkeys: ['Answer', null, null, null],
  },
  lamps: { ...DARK, handset: 'flash' },
  lineButtons: [{ label: '1001', lamp: 'flash', registered: true, ...LINE }, null, null, null, null, null],
});

export const talks = phoneThat({
  version: 3,
  display: {
    plane: {
      kind: 'calls',
      calls: [{ id: 'a', icon: 'connected', text: 'From Bob (1002)', timer: '03:27', selected: true }],
      entry: null,
    },
    prompt: 'Connected',
    softkeys: ['Hold', 'EndCall', null, null],
  },
  hook: 'handset',
  muted: true,
  lamps: { ...DARK, mute: 'on' },
});

export const ACTIVATED_TEXT =
  'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.';

export const callBackActivated = phoneThat({
  version: 4,
  display: {
    plane: { kind: 'services', title: 'CallBack', text: ACTIVATED_TEXT, scrolledRows: 0 },
    prompt: 'Please select',
    softkeys: [null, 'Cancel', 'Exit', null],
  },
});

export const dials = phoneThat({
  version: 5,
  display: {
    plane: { kind: 'calls', calls: [], entry: '100' },
    prompt: 'Enter number',
    softkeys: ['<<', 'EndCall', null, null],
  },
  hook: 'speaker',
  lamps: { ...DARK, speaker: 'on' },
});

/** A phone with lines on three servers, one of which does not let it in. */
export const severalLines = phoneThat({
  version: 7,
  display: { prompt: '2001: Rejected (403)' },
  lineButtons: [
    { label: '1001', lamp: 'off', registered: true, ...LINE },
    { label: '2001', lamp: 'off', registered: false, ...LINE },
    { label: '3001', lamp: 'wink', registered: true, ...LINE },
    null,
    null,
    null,
  ],
});
