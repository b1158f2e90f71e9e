import { expect, test } from 'vitest';
import type { PhoneFeatures } from '../../../src-main/contract/station';
import { NO_FEATURES } from '../../support/no-features';
import { lineCommand, PhoneDriver, withFeatures } from './phone-driver';

test('CFwdALL asks for a number, tells CallManager, and the idle phone shows where its calls go', () => {
  const phone = withFeatures().softkey('more').softkey('CFwdALL');
  expect(phone.face).toEqual({
    rows: [],
    entry: '',
    prompt: 'Enter number',
    softkeys: 'Redial | EndCall |  | ',
    hook: 'speaker',
    strip: 'off',
    tone: 'dial',
  });
  phone.dials('1003');
  expect(phone.done()).toEqual([{ kind: 'setForwardAll', number: '1003' }]);
  expect(phone.face).toMatchObject({ prompt: 'Your current options', hook: 'onHook' });
  // CallManager has the last word: the phone shows what it is told.
  phone.input({ kind: 'features', features: { ...NO_FEATURES, forwardAll: '1003' } });
  expect(phone.face).toMatchObject({ prompt: 'Forwarded to 1003', softkeys: 'Redial | NewCall | CallBack | more' });
  phone.softkey('more').softkey('CFwdALL');
  expect(phone.done()).toEqual([{ kind: 'setForwardAll', number: null }]);
  expect(phone.face.hook).toBe('onHook');
});

test('CFwdALL off hook, a short number with #, and one that waits for no more digits', () => {
  const lifted = withFeatures().key({ kind: 'handset' }).softkey('CFwdALL').dials('10').softkey('<<').dials('1#');
  expect(lifted.done()).toEqual([{ kind: 'setForwardAll', number: '11' }]);
  const waits = withFeatures().softkey('more').softkey('CFwdALL').dials('10').waits(8000);
  expect(waits.done()).toEqual([{ kind: 'setForwardAll', number: '10' }]);
  const byDial = withFeatures().softkey('more').softkey('CFwdALL').dials('10').softkey('Dial');
  expect(byDial.done()).toEqual([{ kind: 'setForwardAll', number: '10' }]);
});

test.each<[string, (phone: PhoneDriver) => PhoneDriver]>([
  ['EndCall', (phone) => phone.softkey('EndCall')],
  ['the speaker key', (phone) => phone.key({ kind: 'speaker' })],
  ['a lost line page', (phone) => phone.input({ kind: 'linePageLost' })],
])('%s leaves the forward as it was, and the next number is called', (_name, leave) => {
  const phone = leave(withFeatures().softkey('more').softkey('CFwdALL').dials('10'));
  expect(phone.face).toMatchObject({ hook: 'onHook', entry: null });
  phone.softkey('NewCall').dials('1002');
  expect(phone.done().at(-1)).toMatchObject({ command: { kind: 'invite', target: '1002' } });
});

test('the line button turns the number that is asked for into one that is called', () => {
  const phone = withFeatures()
    .key({ kind: 'handset' })
    .softkey('CFwdALL')
    .key({ kind: 'line', button: 1 })
    .dials('1002');
  expect(phone.done()).toMatchObject([{ command: { kind: 'invite', target: '1002' } }]);
});

test('a Call Back that is dialled while a number is asked for is a call', () => {
  const phone = withFeatures().softkey('more').softkey('CFwdALL').input({ kind: 'makeCall', number: '1002' });
  expect(phone.done()).toMatchObject([{ command: { kind: 'invite', target: '1002' } }]);
});

test('a forward in a circle is refused in words', () => {
  const phone = withFeatures().input({ kind: 'forwardRefused' });
  expect(phone.face.prompt).toBe('CFwdAll Loop Detected');
});

test('DND is turned on and off; the idle phone says so', () => {
  const phone = withFeatures().softkey('more').softkey('DND');
  expect(phone.done()).toEqual([{ kind: 'setDoNotDisturb', on: true }]);
  phone.input({ kind: 'features', features: { ...NO_FEATURES, doNotDisturb: true } });
  expect(phone.face.prompt).toBe('Do Not Disturb is active');
  phone.softkey('more').softkey('DND');
  expect(phone.done()).toEqual([{ kind: 'setDoNotDisturb', on: false }]);
});

test('without a CallManager there is no CFwdALL, and the phone itself refuses calls by DND', () => {
  const phone = PhoneDriver.registered().softkey('DND');
  expect(phone.face).toMatchObject({
    prompt: 'Do Not Disturb is active',
    softkeys: 'Redial | NewCall | CallBack | DND',
    tone: null,
  });
  phone.rings('in-1', '1003', 'Carol');
  expect([phone.done(), phone.records.length]).toEqual([[lineCommand('release', 'in-1')], 1]);
  expect(phone.softkey('DND').rings('in-2', '1003').face.tone).toBe('ring');
});

test('a model without the CallBack softkey shows none', () => {
  expect(withFeatures({ callBackKey: false }).face.softkeys).toBe('Redial | NewCall |  | more');
});

test('what keeps the phone from being reached goes before its forward', () => {
  const phone = withFeatures({ forwardAll: '1003' }).input({ kind: 'linePageLost' });
  expect(phone.face.prompt).toBe('Registering');
});

/** Alice talks with Bob, whom she called. */
const talking = (features: Partial<PhoneFeatures> = { callWaiting: true }): PhoneDriver => {
  const phone = withFeatures(features)
    .softkey('NewCall')
    .dials('1002')
    .hears({ kind: 'connected', call: '1001-out-1' });
  phone.done();
  return phone;
};

test('call waiting: the second call is shown, Answer holds the first one and takes it', () => {
  const phone = talking().rings('in-1', '1003', 'Carol');
  expect(phone.face).toEqual({
    rows: ['connected To 1002 00:00', 'ringIn From Carol (1003)'],
    entry: null,
    prompt: 'Call Waiting',
    softkeys: 'Answer | EndCall |  | ',
    hook: 'speaker',
    strip: 'flash',
    tone: 'callWaiting',
  });
  phone.softkey('Answer');
  expect(phone.done()).toEqual([lineCommand('hold', '1001-out-1'), lineCommand('answer', 'in-1')]);
  phone.hears({ kind: 'held', call: '1001-out-1', held: true }).hears({ kind: 'connected', call: 'in-1' });
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00', 'connected From Carol (1003) 00:00'],
    prompt: 'Connected',
    softkeys: 'Hold | EndCall | Trnsfer | more',
  });
  phone.softkey('EndCall');
  expect(phone.done()).toEqual([lineCommand('release', 'in-1')]);
  expect(phone.face).toMatchObject({ rows: ['hold To 1002 00:00'], prompt: 'Hold', hook: 'onHook' });
});

test('call waiting: EndCall refuses the second call and leaves the first', () => {
  const phone = talking().rings('in-1', '1003').softkey('EndCall');
  expect(phone.done()).toEqual([lineCommand('release', 'in-1')]);
  expect(phone.face).toMatchObject({ rows: ['connected To 1002 00:00'], prompt: 'Connected', hook: 'speaker' });
});

test('call waiting: a caller who gives up leaves the first call as it was', () => {
  const phone = talking().rings('in-1', '1003').hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face).toMatchObject({ rows: ['connected To 1002 00:00'], prompt: 'Connected', hook: 'speaker' });
});

test('call waiting: the first call ends, and the second one rings', () => {
  const phone = talking().rings('in-1', '1003');
  phone.hears({ kind: 'ended', call: '1001-out-1', by: 'far', status: null }).waits(4000);
  expect(phone.face).toMatchObject({ rows: ['ringIn From 1003'], prompt: 'From 1003', hook: 'onHook', tone: 'ring' });
});

test('call waiting at the handset: Answer stays at the handset, also when the first call has ended meanwhile', () => {
  const phone = withFeatures({ callWaiting: true }).rings('in-1', '1002').key({ kind: 'handset' });
  phone.hears({ kind: 'connected', call: 'in-1' }).rings('in-2', '1003');
  phone.hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  phone.done();
  phone.softkey('Answer').hears({ kind: 'connected', call: 'in-2' });
  expect(phone.done()).toEqual([lineCommand('answer', 'in-2')]);
  expect(phone.face).toMatchObject({ rows: ['connected From 1003 00:00'], hook: 'handset' });
});

test('where call waiting is off, a second call is refused as busy', () => {
  const phone = talking({ callWaiting: false });
  const before = phone.face;
  phone.rings('in-1', '1003');
  expect([phone.done(), phone.face]).toEqual([[lineCommand('release', 'in-1')], before]);
});

test.each<[string, PhoneDriver, string]>([
  ['a call waits already', talking().rings('in-0', '1004'), 'Call Waiting'],
  ['the phone rings', withFeatures({ callWaiting: true }).rings('in-0', '1004'), 'From 1004'],
  ['the phone is lifted', withFeatures({ callWaiting: true }).key({ kind: 'handset' }), 'Enter number'],
  ['the phone calls', withFeatures({ callWaiting: true }).softkey('NewCall').dials('1002'), 'Call Proceed'],
])('where %s, one more call is shown in the list, and takes no key away', (_name, phone, prompt) => {
  phone.done();
  const { softkeys } = phone.face;
  phone.rings('in-1', '1003');
  expect([phone.done(), phone.face.rows?.at(-1), phone.face.prompt, phone.face.softkeys]).toEqual([
    [],
    'ringIn From 1003',
    prompt,
    softkeys,
  ]);
});

test('the seventh call is refused', () => {
  const phone = talking();
  for (const call of [2, 3, 4, 5, 6, 7]) phone.rings(`in-${call}`, `100${call}`);
  expect([phone.done(), phone.face.rows?.length]).toEqual([[lineCommand('release', 'in-7')], 6]);
});
