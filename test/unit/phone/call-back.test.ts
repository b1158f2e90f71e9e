import { expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys';
import { buildXsiObject } from '../../../src-main/xsi/objects/build';
import { lineCommand, PhoneDriver } from './phone-driver';

const OUT = '1001-out-1';

const pressed = (number: string, outcome: string) => ({
  kind: 'callBackPressed',
  line: '1001',
  called: { number, outcome },
});
const release = { kind: 'line', command: { kind: 'release', line: '1001', call: OUT } };

const calling = (): PhoneDriver => {
  const phone = PhoneDriver.registered().key({ kind: 'handset' }).dials('1002');
  phone.done();
  return phone;
};

const screen = buildXsiObject({
  kind: 'CiscoIPPhoneText',
  title: 'CallBack',
  prompt: 'Your current options',
  text: '1002 has become available Time 14:05 11/22/26. Press Dial to Call. Press Exit to quit this screen.',
  softkeys: [
    { name: 'Dial', url: 'UserCallData:2552:0:0:7:Dial', position: 1 },
    { name: 'Cancel', url: 'UserCallData:2552:0:0:7:Cancel', position: 2 },
    { name: 'Exit', url: 'SoftKey:Exit', position: 3 },
  ],
});

const answer = (data: string) => ({ kind: 'userData', message: { application: 2552, transaction: 7, data } });

test('CallBack in ring out releases the call and hangs up, and tells the service what was called', () => {
  const phone = calling().hears({ kind: 'progress', call: OUT, phase: 'ringing' }).softkey('CallBack');
  expect(phone.done()).toEqual([release, pressed('1002', 'noReply')]);
  expect(phone.face).toMatchObject({ rows: [], hook: 'onHook' });
});

test.each([
  ['busy', 486, false, 'busy'],
  ['no reply after ringing', 480, true, 'noReply'],
  ['never delivered', 480, false, 'unreachable'],
  ['unknown', 404, false, 'unreachable'],
])('CallBack after %s', (_name, status, rang, outcome) => {
  const phone = calling();
  if (rang) phone.hears({ kind: 'progress', call: OUT, phase: 'ringing' });
  phone.hears({ kind: 'ended', call: OUT, by: 'far', status }).softkey('CallBack');
  expect(phone.done()).toEqual([pressed('1002', outcome)]);
  expect(phone.face.hook).toBe('onHook');
});

test('a call that is forwarded shows where it rings; CallBack waits for the number that was dialled', () => {
  const phone = calling()
    .hears({ kind: 'progress', call: OUT, phase: 'ringing' })
    .hears({ kind: 'identity', call: OUT, number: '1003', name: 'Carol' });
  expect(phone.face).toMatchObject({ rows: ['ringOut To Carol (1003)'] });
  expect(phone.softkey('CallBack').done()).toContainEqual(pressed('1002', 'noReply'));
});

test('CallBack on an idle phone asks how things stand', () => {
  expect(PhoneDriver.registered().softkey('CallBack').done()).toEqual([
    { kind: 'callBackPressed', line: '1001', called: null },
  ]);
});

test.each<[string, (phone: PhoneDriver) => PhoneDriver, object]>([
  ['a screen that is pushed', (phone) => phone.input({ kind: 'xsi', xml: screen }), answer('Dial')],
  ['a call that comes in', (phone) => phone.rings('in-1', '1002'), lineCommand('answer', 'in-1')],
])(
  '%s takes the display from somebody who writes: what is typed in that moment neither dials nor answers',
  (_name, comes, done) => {
    const phone = comes(PhoneDriver.registered().key({ kind: 'directories' }).dials('4').softkey('New'));
    const typed: readonly Key[] = [
      { kind: 'character', character: 'x' },
      { kind: 'enter' },
      { kind: 'softkey', position: 1 },
      { kind: 'escape' },
    ];
    for (const key of typed) phone.key(key);
    expect(phone.done()).toEqual([]);
    expect(phone.waits(800).key({ kind: 'enter' }).done()).toContainEqual(done);
  },
);

test('a pushed screen is shown with its own softkeys, and its keys answer the application', () => {
  const phone = PhoneDriver.registered().input({ kind: 'xsi', xml: screen });
  expect(phone.face).toMatchObject({
    text: '1002 has become available Time 14:05 11/22/26. Press Dial to Call. Press Exit to quit this screen.',
    prompt: 'Your current options',
    softkeys: 'Dial | Cancel | Exit | ',
  });
  expect(phone.softkey('Cancel').done()).toEqual([answer('Cancel')]);
  expect(phone.key({ kind: 'enter' }).done()).toEqual([answer('Dial')]);
  phone.softkey('Exit');
  expect(phone.face).toMatchObject({ rows: [], softkeys: 'Redial | NewCall | CallBack | DND' });
});

test('a screen is covered by a call and there again after it', () => {
  const phone = PhoneDriver.registered().input({ kind: 'xsi', xml: screen });
  phone.rings('in-1', '1003');
  expect(phone.face).toMatchObject({ rows: ['ringIn From 1003'], softkeys: 'Answer | EndCall |  | ' });
  phone.hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face).toMatchObject({ softkeys: 'Dial | Cancel | Exit | ' });
});

test('a screen that comes in the middle of a call waits for its end', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003');
  phone.input({ kind: 'xsi', xml: screen });
  expect(phone.face).toMatchObject({ rows: ['ringIn From 1003'], softkeys: 'Answer | EndCall |  | ' });
  phone.hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face).toMatchObject({ softkeys: 'Dial | Cancel | Exit | ' });
});

test('CallManager makes the phone dial: the screen goes, the speaker comes on', () => {
  const phone = PhoneDriver.registered()
    .input({ kind: 'xsi', xml: screen })
    .input({ kind: 'makeCall', number: '1002' });
  expect(phone.face).toMatchObject({ rows: ['ringOut To 1002'], hook: 'speaker' });
});

test('the alert is an Execute object that plays the file', () => {
  const xml = buildXsiObject({ kind: 'CiscoIPPhoneExecute', items: [{ url: 'Play:CallBack.raw', priority: 0 }] });
  expect(PhoneDriver.registered().input({ kind: 'xsi', xml }).done()).toEqual([{ kind: 'play', file: 'CallBack.raw' }]);
});

test('an object that cannot be read changes nothing and is named on the prompt line', () => {
  const phone = PhoneDriver.registered().input({ kind: 'xsi', xml: '<CiscoIPPhoneText><Title>half' });
  expect(phone.face).toMatchObject({ rows: [], prompt: 'XML Error [4]: Parse Error' });
});

test('without a service the phone says so, on a screen of its own', () => {
  const phone = PhoneDriver.registered().input({ kind: 'serviceNotAvailable' });
  const { plane, softkeys } = phone.snapshot.display;
  expect([plane, softkeys]).toEqual([
    { kind: 'services', title: 'CallBack', text: 'Service not available.', scrolledRows: 0 },
    [null, null, 'Exit', null],
  ]);
  expect(phone.softkey('Exit').snapshot.display.plane.kind).toBe('calls');
});

test('a service that takes the key and does not answer it has failed; one that answers has not', () => {
  const asked = (): PhoneDriver => PhoneDriver.registered().softkey('CallBack');
  const text = (phone: PhoneDriver) => {
    const { plane } = phone.snapshot.display;
    return plane.kind === 'services' ? plane.text : null;
  };
  expect(text(asked().waits(4999))).toBeNull();
  expect(text(asked().waits(5000))).toBe('Call Back Service Failure.');
  const xml = buildXsiObject({
    kind: 'CiscoIPPhoneText',
    title: 'CallBack',
    prompt: 'Your current options',
    text: 'Call Back is not active.',
    softkeys: [],
  });
  expect(text(asked().input({ kind: 'xsi', xml }).waits(10_000))).toBe('Call Back is not active.');
});

test('the services key asks the application for its list, on an idle phone', () => {
  expect(PhoneDriver.registered().key({ kind: 'services' }).done()).toEqual([{ kind: 'servicesPressed' }]);
  const busy = PhoneDriver.registered().key({ kind: 'speaker' }).key({ kind: 'services' });
  expect([busy.done(), busy.face.prompt]).toEqual([[], 'Key is Not Active']);
});

test('a word of an application is on the prompt line for a moment', () => {
  const phone = PhoneDriver.registered().input({ kind: 'prompt', text: 'Call Back on 1002 is done' });
  expect([phone.face.prompt, phone.waits(4000).face.prompt]).toEqual([
    'Call Back on 1002 is done',
    'Your current options',
  ]);
});
