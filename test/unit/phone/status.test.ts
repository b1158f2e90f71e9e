import { expect, test } from 'vitest';
import type { WatchMeans } from '../../../src-main/contract/station';
import { watchStatus } from '../../../src-main/phone/monitor-status';
import type { PhoneInput } from '../../../src-main/phone/phone-input';
import { buildXsiObject } from '../../../src-main/xsi/objects/build';
import { PhoneDriver } from './phone-driver';

const watch = (means: WatchMeans): PhoneInput => watchStatus({ number: '1002', means, every: 30 });
const passwordNeeded: PhoneInput = { kind: 'trouble', line: '1001', trouble: 'passwordNeeded' };

const screen = (prompt: string): PhoneInput => ({
  kind: 'xsi',
  xml: buildXsiObject({
    kind: 'CiscoIPPhoneText',
    title: 'CallBack',
    prompt,
    text: 'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.',
    softkeys: [{ name: 'Exit', url: 'SoftKey:Exit', position: 3 }],
  }),
});

test.each([
  ['starting', 'Call Back 1002: connecting'],
  ['queued', 'Call Back 1002: queued'],
  ['live', 'Call Back 1002: live'],
  ['presence', 'Call Back 1002: presence'],
  ['asking', '1002: asking every 30 s'],
  ['lost', 'Call Back 1002: server lost'],
] as const)('an idle phone whose Call Back watches by "%s" says "%s", until it does not watch', (means, words) => {
  const phone = PhoneDriver.registered().input(watch(means));
  expect(phone.face.prompt).toBe(words);
  expect(phone.input(watchStatus(null)).face.prompt).toBe('Your current options');
});

const REJECTED = { kind: 'registration', state: 'unregistered', status: 403 } as const;

test.each<[string, (phone: PhoneDriver) => PhoneDriver, string]>([
  ['a notice', (phone) => phone.key({ kind: 'mute' }), 'Key is Not Active'],
  ['what a pushed screen says', (phone) => phone.input(screen('Please wait')), 'Please wait'],
  ['a call', (phone) => phone.rings('in-1', '1003'), 'From 1003'],
  ['dial tone', (phone) => phone.key({ kind: 'handset' }), 'Enter number'],
  ['digits', (phone) => phone.dials('1'), 'Enter number'],
  ['a refused registration', (phone) => phone.hears(REJECTED), 'Registration Rejected (403)'],
  ['a registration that is being tried', (phone) => phone.input({ kind: 'linePageLost' }), 'Registering'],
])('%s goes before the status', (_name, happen, prompt) => {
  expect(happen(PhoneDriver.registered().input(watch('live'))).face.prompt).toBe(prompt);
});

test.each<[string, (phone: PhoneDriver) => PhoneDriver]>([
  ['being tried', (phone) => phone],
  ['refused', (phone) => phone.hears(REJECTED)],
])('what keeps the line from being registered goes before that it is %s', (_name, happen) => {
  expect(happen(new PhoneDriver().input(passwordNeeded)).face.prompt).toBe('Password needed');
});

test('what kept a line from being registered is over when it is; of several lines the number says which', () => {
  const phone = new PhoneDriver().input(passwordNeeded);
  expect(phone.hears({ kind: 'registration', state: 'registered', status: null }).face.prompt).toBe(
    'Your current options',
  );
  const two = PhoneDriver.registered({
    lines: [
      { id: '1001', number: '1001', displayName: '' },
      { id: 'work', number: '2001', displayName: '' },
    ],
  });
  expect(two.input({ kind: 'trouble', line: 'work', trouble: 'certificateBad' }).face.prompt).toBe(
    '2001: Certificate not trusted',
  );
});

test('the screen of an activated Call Back shows how it watches, and what else it says stays', () => {
  const phone = PhoneDriver.registered().input(screen('Your current options'));
  expect(phone.face.prompt).toBe('Your current options');
  expect(phone.input(watch('presence')).face).toMatchObject({
    prompt: 'Call Back 1002: presence',
    softkeys: ' |  | Exit | ',
  });
  expect(phone.input(watchStatus(null)).face.prompt).toBe('Your current options');
});

test('the status is there again after what went before it', () => {
  const phone = PhoneDriver.registered().input(watch('live')).key({ kind: 'help' }).waits(4000);
  expect(phone.face.prompt).toBe('Call Back 1002: live');
});
