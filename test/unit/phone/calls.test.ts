import { expect, test } from 'vitest';
import { callTo, PhoneDriver } from './phone-driver';

const IDLE = {
  rows: [],
  entry: null,
  prompt: 'Your current options',
  softkeys: 'Redial | NewCall | CallBack | DND',
  hook: 'onHook',
  strip: 'off',
  tone: null,
};
const OUT = '1001-out-1';

const lineCommand = (kind: string, call: string, more: object = {}) => ({
  kind: 'line',
  command: { kind, line: '1001', call, ...more },
});

const ringingOut = (): PhoneDriver =>
  PhoneDriver.registered().softkey('NewCall').dials('1002').hears({ kind: 'progress', call: OUT, phase: 'ringing' });

test('an unregistered phone says so, and is idle when it is registered', () => {
  const phone = new PhoneDriver();
  expect(phone.face).toEqual({ ...IDLE, prompt: 'Registering' });
  phone.hears({ kind: 'registration', state: 'unregistered', status: 403 });
  expect(phone.face.prompt).toBe('Registration Rejected (403)');
  phone.hears({ kind: 'registration', state: 'registered', status: null });
  expect(phone.face).toEqual(IDLE);
});

test('"Microphone Mute On" goes with the call that it is about', () => {
  const phone = callTo(PhoneDriver.registered(), OUT, '1002').key({ kind: 'mute' });
  expect(phone.face.prompt).toBe('Microphone Mute On');
  expect(phone.softkey('EndCall').face).toEqual(IDLE);
});

test('"+" of the keyboard begins an international number, which is as long as its caller makes it; elsewhere it is nothing', () => {
  const plus = { kind: 'character', character: '+' } as const;
  const phone = PhoneDriver.registered()
    .key({ kind: 'handset' })
    .key(plus)
    .key(plus)
    .waits(9000)
    .dials('491')
    .key(plus);
  expect(phone.face).toMatchObject({ entry: '+491', prompt: 'Enter number', softkeys: '<< | EndCall | Dial | ' });
  phone.done();
  phone.key({ kind: 'enter' });
  expect(phone.done()).toEqual([lineCommand('invite', OUT, { target: '+491' })]);
  expect(phone.key(plus).hears({ kind: 'connected', call: OUT }).key(plus).done()).toEqual([]);
});

test('off hook: dial tone, the digits, and the call is made at the fourth', () => {
  const phone = PhoneDriver.registered().key({ kind: 'handset' });
  expect(phone.face).toEqual({
    ...IDLE,
    entry: '',
    prompt: 'Enter number',
    softkeys: 'Redial | EndCall |  | ',
    hook: 'handset',
    tone: 'dial',
  });
  phone.dials('100');
  expect(phone.face).toEqual({
    ...IDLE,
    entry: '100',
    prompt: 'Enter number',
    softkeys: '<< | EndCall | Dial | ',
    hook: 'handset',
  });
  phone.dials('2');
  expect(phone.done()).toEqual([lineCommand('invite', OUT, { target: '1002' })]);
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['ringOut To 1002'],
    prompt: 'Call Proceed',
    softkeys: ' | EndCall | CallBack | ',
    hook: 'handset',
  });
});

test('on hook: the digits wait for Dial, and can be erased', () => {
  const phone = PhoneDriver.registered().dials('1003').softkey('<<').dials('2');
  expect(phone.face).toEqual({ ...IDLE, entry: '1002', prompt: 'Enter number', softkeys: 'Dial | << | Cancel | ' });
  expect(phone.done()).toEqual([]);
  phone.softkey('Dial');
  expect(phone.done()).toEqual([lineCommand('invite', OUT, { target: '1002' })]);
  expect(phone.face.hook).toBe('speaker');
});

test.each([
  ['Enter', (phone: PhoneDriver) => phone.key({ kind: 'enter' }), 'speaker'],
  ['the handset', (phone: PhoneDriver) => phone.key({ kind: 'handset' }), 'handset'],
  ['the speaker key', (phone: PhoneDriver) => phone.key({ kind: 'speaker' }), 'speaker'],
  ['the line button', (phone: PhoneDriver) => phone.key({ kind: 'line', button: 1 }), 'speaker'],
  ['the # key', (phone: PhoneDriver) => phone.dials('#'), 'speaker'],
] as const)('on hook digits are dialled by %s', (_name, press, hook) => {
  const phone = press(PhoneDriver.registered().dials('1002'));
  expect(phone.done()).toEqual([lineCommand('invite', OUT, { target: '1002' })]);
  expect(phone.face.hook).toBe(hook);
});

test('a number that is no full number is dialled after a while', () => {
  const phone = PhoneDriver.registered().softkey('NewCall').dials('10').waits(7900);
  expect(phone.done()).toEqual([]);
  phone.waits(200);
  expect(phone.done()).toEqual([lineCommand('invite', OUT, { target: '10' })]);
});

test('a call from ring out over connected with its timer to the end by the far end', () => {
  const phone = ringingOut();
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['ringOut To 1002'],
    prompt: 'Ring Out',
    softkeys: ' | EndCall | CallBack | ',
    hook: 'speaker',
    tone: 'ringback',
  });
  phone.hears({ kind: 'connected', call: OUT }).waits(65_000);
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['connected To 1002 01:05'],
    prompt: 'Connected',
    softkeys: 'Hold | EndCall | Trnsfer | more',
    hook: 'speaker',
  });
  phone.hears({ kind: 'ended', call: OUT, by: 'far', status: null });
  expect(phone.face).toEqual({ ...IDLE, prompt: 'Call ended' });
  phone.waits(4000);
  expect(phone.face).toEqual(IDLE);
});

test('a handset that stays lifted after the far end hung up keeps the line off hook until it is replaced', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003', 'Carol').key({ kind: 'handset' });
  phone.hears({ kind: 'connected', call: 'in-1' }).hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['onHook From Carol (1003) 00:00'],
    prompt: 'Call ended',
    softkeys: 'Redial | EndCall |  | ',
    hook: 'handset',
  });
  phone.key({ kind: 'handset' });
  expect(phone.face).toEqual(IDLE);
});

test('ring in shows who calls, flashes and rings; Answer takes it on the speaker', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003', 'Carol');
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['ringIn From Carol (1003)'],
    prompt: 'From Carol (1003)',
    softkeys: 'Answer | EndCall |  | ',
    strip: 'flash',
    tone: 'ring',
  });
  phone.softkey('Answer');
  expect(phone.done()).toEqual([lineCommand('answer', 'in-1')]);
  phone.hears({ kind: 'connected', call: 'in-1' });
  expect(phone.face).toMatchObject({
    rows: ['connected From Carol (1003) 00:00'],
    hook: 'speaker',
    strip: 'off',
    tone: null,
  });
});

test('a caller who gives up leaves an idle phone', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003');
  phone.hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face).toEqual({ ...IDLE, prompt: '1 New Missed Call' });
});

test('a phone that is lifted lets a call wait: the dial tone goes on, and the list shows who calls', () => {
  const phone = PhoneDriver.registered().key({ kind: 'handset' }).rings('in-1', '1003');
  expect(phone.done()).toEqual([]);
  expect(phone.face).toMatchObject({ rows: ['ringIn From 1003'], entry: '', strip: 'flash', tone: 'dial' });
});

test.each([
  [486, false, 'Busy', 'busy'],
  [600, false, 'Busy', 'busy'],
  [404, false, 'Unknown Number', 'reorder'],
  [484, false, 'Unknown Number', 'reorder'],
  [480, false, 'Not registered', 'reorder'],
  [480, true, 'No answer', 'reorder'],
  [408, true, 'No answer', 'reorder'],
  [403, false, 'Call refused', 'reorder'],
  [603, true, 'Call refused', 'reorder'],
  [503, false, 'Temp Fail', 'reorder'],
  [null, false, 'Connection lost', 'reorder'],
])('a refusal with %s (has rung: %s) reads "%s" and sounds %s', (status, rang, prompt, tone) => {
  const phone = PhoneDriver.registered().softkey('NewCall').dials('1002');
  if (rang) phone.hears({ kind: 'progress', call: OUT, phase: 'ringing' });
  phone.hears({ kind: 'ended', call: OUT, by: 'far', status });
  expect(phone.face).toEqual({
    ...IDLE,
    rows: ['busy To 1002'],
    prompt,
    softkeys: ' | EndCall | CallBack | ',
    hook: 'speaker',
    tone,
  });
  phone.done();
  phone.softkey('EndCall');
  // The server has ended this call already: there is nothing to release.
  expect(phone.done()).toEqual([]);
  expect(phone.face).toEqual(IDLE);
});

test('hold and resume follow what the far end accepted, not what was asked', () => {
  const phone = ringingOut().hears({ kind: 'connected', call: OUT });
  phone.done();
  phone.softkey('Hold').softkey('Hold');
  expect(phone.done()).toEqual([lineCommand('hold', OUT)]);
  expect(phone.face.prompt).toBe('Connected');
  phone.hears({ kind: 'held', call: OUT, held: true });
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00'],
    prompt: 'Hold',
    softkeys: 'Resume | NewCall | EndCall | ',
  });
  phone.softkey('Resume').hears({ kind: 'held', call: OUT, held: false });
  expect(phone.done()).toEqual([lineCommand('resume', OUT)]);
  expect(phone.face.prompt).toBe('Connected');
});

test('a held call stays while another is made, and comes back when that ends', () => {
  const phone = ringingOut()
    .hears({ kind: 'connected', call: OUT })
    .softkey('Hold')
    .hears({ kind: 'held', call: OUT, held: true });
  phone.softkey('NewCall').dials('1003').hears({ kind: 'progress', call: '1001-out-2', phase: 'ringing' });
  expect(phone.face).toMatchObject({ rows: ['hold To 1002 00:00', 'ringOut To 1003'], prompt: 'Ring Out' });
  phone.softkey('EndCall');
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00'],
    prompt: 'Hold',
    softkeys: 'Resume | NewCall | EndCall | ',
    hook: 'onHook',
  });
});

test('digits in a call are sent to the far end', () => {
  const phone = ringingOut().hears({ kind: 'connected', call: OUT });
  phone.done();
  expect(phone.dials('5#').done()).toEqual([
    lineCommand('sendDigit', OUT, { digit: '5' }),
    lineCommand('sendDigit', OUT, { digit: '#' }),
  ]);
});

test('digits go to a call that is being taken back, and to none that is on hold', () => {
  const phone = ringingOut()
    .hears({ kind: 'connected', call: OUT })
    .softkey('Hold')
    .dials('1')
    .hears({ kind: 'held', call: OUT, held: true })
    .softkey('Resume');
  phone.done();
  expect(phone.dials('5').done()).toEqual([lineCommand('sendDigit', OUT, { digit: '5' })]);
});

test('Redial calls the last number; without one it says so', () => {
  const phone = PhoneDriver.registered().softkey('Redial');
  expect(phone.face.prompt).toBe('No number to redial');
  phone.dials('1002').softkey('Dial').softkey('EndCall').softkey('Redial');
  expect(phone.face).toMatchObject({ rows: ['ringOut To 1002'], hook: 'speaker' });
});

test('the line page is lost in mid-call: the phone is idle, says why, and registers again', () => {
  const phone = ringingOut().hears({ kind: 'connected', call: OUT }).input({ kind: 'linePageLost' });
  expect(phone.face).toEqual({ ...IDLE, prompt: 'Connection lost' });
  phone.waits(4000);
  expect(phone.face.prompt).toBe('Registering');
});

test('volume changes the ringer on hook and the voice off hook; mute works in a call alone', () => {
  const phone = PhoneDriver.registered().key({ kind: 'volume', direction: 'up' });
  expect([phone.face.prompt, phone.snapshot.volume]).toEqual(['Ringer volume 7', { ringer: 7, voice: 6 }]);
  phone.key({ kind: 'mute' });
  expect([phone.face.prompt, phone.snapshot.muted]).toEqual(['Key is Not Active', false]);
  phone.key({ kind: 'speaker' }).key({ kind: 'volume', direction: 'down' }).key({ kind: 'mute' });
  expect([phone.snapshot.volume, phone.snapshot.muted, phone.face.prompt]).toEqual([
    { ringer: 7, voice: 5 },
    true,
    'Microphone Mute On',
  ]);
});

test('Escape ends a call, Enter answers one', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003').key({ kind: 'enter' });
  expect(phone.done()).toEqual([lineCommand('answer', 'in-1')]);
  phone.hears({ kind: 'connected', call: 'in-1' }).key({ kind: 'escape' });
  expect(phone.done()).toEqual([lineCommand('release', 'in-1')]);
  expect(phone.face).toEqual(IDLE);
});

test('a phone without a microphone says so in the call', () => {
  const phone = ringingOut()
    .hears({ kind: 'voice', call: OUT, source: 'quiet' })
    .hears({ kind: 'connected', call: OUT });
  expect(phone.face.prompt).toBe('Connected, no microphone');
});
