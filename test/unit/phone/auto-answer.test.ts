import { expect, test } from 'vitest';
import { type PhoneSettings, USUAL_SETTINGS } from '../../../src-main/phone/settings';
import { callTo, lineCommand, PhoneDriver, withFeatures } from './phone-driver';

const set = (settings: Partial<PhoneSettings>): PhoneDriver =>
  withFeatures({ callWaiting: true }).input({ kind: 'settings', settings: { ...USUAL_SETTINGS, ...settings } });

/** A call that asks to be answered at once. */
const paged = (phone: PhoneDriver): PhoneDriver =>
  phone.hears({
    kind: 'incoming',
    call: 'in-1',
    number: '1003',
    name: '',
    sipCallId: 'sip-1',
    autoAnswer: true,
    source: null,
  });

const told = (phone: PhoneDriver) => ({
  done: phone.done(),
  hook: phone.face.hook,
  muted: phone.snapshot.muted,
  tone: phone.face.tone,
});
const rings = { done: [], hook: 'onHook', muted: false, tone: 'ring' };
const taken = { done: [lineCommand('answer', 'in-1')], hook: 'speaker', muted: false, tone: null };

test.each<[string, Partial<PhoneSettings>, object, object]>([
  ['as it comes', {}, rings, rings],
  ['auto answer by the speaker', { autoAnswer: 'speaker' }, taken, taken],
  [
    'auto answer by the headset',
    { autoAnswer: 'headset' },
    { ...taken, hook: 'headset' },
    { ...taken, hook: 'headset' },
  ],
  ['intercom, muted', { intercom: 'muted' }, rings, { ...taken, muted: true }],
  ['intercom, open', { intercom: 'open' }, rings, taken],
  ['intercom by the headset', { intercom: 'open', handsFree: 'headset' }, rings, { ...taken, hook: 'headset' }],
])('a phone %s: an ordinary call, and one that asks to be answered at once', (_name, settings, ordinary, asking) => {
  expect([told(set(settings).rings('in-1', '1003')), told(paged(set(settings)))]).toEqual([ordinary, asking]);
});

test('who is talking is not torn out of it: such a call waits like any other', () => {
  const phone = callTo(set({ autoAnswer: 'speaker', intercom: 'open' }), '1001-out-1', '1002');
  phone.done();
  expect([paged(phone).done(), phone.face.prompt]).toEqual([[], 'Call Waiting']);
});

test('the headset takes the voice, where its owner prefers it', () => {
  expect(set({ handsFree: 'headset' }).rings('in-1', '1003').softkey('Answer').face.hook).toBe('headset');
  expect(set({ handsFree: 'headset' }).softkey('NewCall').face.hook).toBe('headset');
});

test('without a CallManager, the phone itself knows whether a second call may come', () => {
  const second = (callWaiting: boolean) => {
    const phone = PhoneDriver.registered().input({ kind: 'settings', settings: { ...USUAL_SETTINGS, callWaiting } });
    callTo(phone, '1001-out-1', '1002').done();
    return [phone.rings('in-1', '1003').done(), phone.face.rows?.length];
  };
  expect([second(true), second(false)]).toEqual([
    [[], 2],
    [[lineCommand('release', 'in-1')], 1],
  ]);
});
