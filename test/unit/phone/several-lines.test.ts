import { expect, test } from 'vitest';
import type { LineButton } from '../../../src-main/contract/phone-snapshot';
import type { PhoneDevice } from '../../../src-main/phone/phone-state';
import { PhoneDriver } from './phone-driver';

const lines: PhoneDevice['lines'] = [
  { id: '1001', number: '1001', displayName: 'Alice' },
  { id: 'work', number: '2001', displayName: 'Alice at work' },
  { id: 'home', number: '3001', displayName: 'Alice at home' },
];

const threeLines = (): PhoneDriver => PhoneDriver.registered({ lines });

const invite = (line: string, count: number, target: string) => ({
  kind: 'line',
  command: { kind: 'invite', line, call: `${line}-out-${count}`, target },
});

const command = (kind: string, line: string, call: string, more: object = {}) => ({
  kind: 'line',
  command: { kind, line, call, ...more },
});

const lampsOf = (phone: PhoneDriver): string =>
  phone.snapshot.lineButtons
    .filter((button): button is LineButton => button !== null)
    .map(({ lamp }) => lamp)
    .join(' ');

const button = (phone: PhoneDriver, line: 1 | 2 | 3 | 4 | 5 | 6): PhoneDriver =>
  phone.key({ kind: 'line', button: line });

/** Alice talks on that line, to somebody who called her. */
const talkingOn = (line: string): PhoneDriver =>
  threeLines().rings('in-1', '4711', '', line).softkey('Answer').hears({ kind: 'connected', call: 'in-1' }, line);

const holdingOn = (line: string): PhoneDriver =>
  talkingOn(line).softkey('Hold').hears({ kind: 'held', call: 'in-1', held: true }, line);

test('each line has its button, and the first gives the phone its number', () => {
  const { device, display, lineButtons } = threeLines().snapshot;
  const idle = { lamp: 'off', registered: true, kind: 'line', far: 'unknown', messages: false };
  expect({ device, number: display.number, lineButtons }).toEqual({
    device: { name: 'SEP000000001001', number: '1001', displayName: 'Alice' },
    number: '1001',
    lineButtons: [{ label: '1001', ...idle }, { label: '2001', ...idle }, { label: '3001', ...idle }, null, null, null],
  });
});

test('the second button takes the second line for a call, and after it the phone is back at the first', () => {
  const phone = button(threeLines(), 2);
  expect([phone.face.tone, phone.face.hook, lampsOf(phone)]).toEqual(['dial', 'speaker', 'off on off']);
  phone.dials('1002');
  expect(phone.done()).toEqual([invite('work', 1, '1002')]);
  expect(lampsOf(phone)).toBe('off on off');
  phone.hears({ kind: 'connected', call: 'work-out-1' }, 'work').dials('5').softkey('EndCall');
  expect(phone.done()).toEqual([
    command('sendDigit', 'work', 'work-out-1', { digit: '5' }),
    command('release', 'work', 'work-out-1'),
  ]);
  expect(lampsOf(phone)).toBe('off off off');
  expect(phone.softkey('NewCall').dials('1002').done()).toEqual([invite('1001', 2, '1002')]);
});

test('digits entered on hook go out by the line whose button is pressed', () => {
  expect(button(threeLines().dials('1002'), 3).done()).toEqual([invite('home', 1, '1002')]);
});

test('with dial tone another button changes the line; once a digit is dialled it does not', () => {
  const phone = button(threeLines().key({ kind: 'handset' }), 2);
  expect([lampsOf(phone), phone.face.hook, phone.face.tone]).toEqual(['off on off', 'handset', 'dial']);
  button(phone.dials('1'), 3).dials('002');
  expect(phone.done()).toEqual([invite('work', 1, '1002')]);
});

test('the number that was called last is called again by the line that has the dial tone', () => {
  const phone = threeLines().dials('1002').softkey('Dial').softkey('EndCall');
  phone.done();
  expect(button(phone, 3).softkey('Redial').done()).toEqual([invite('home', 2, '1002')]);
});

test('a button without a line does nothing', () => {
  const phone = threeLines();
  const before = phone.snapshot;
  expect([button(phone, 4).done(), phone.snapshot]).toEqual([[], before]);
});

test('a call on the second line rings there, and its button answers', () => {
  const phone = threeLines().rings('in-1', '4711', 'Dora', 'work');
  expect([lampsOf(phone), phone.face.tone]).toEqual(['off flash off', 'ring']);
  button(phone, 1);
  expect([phone.done(), phone.face.prompt, lampsOf(phone)]).toEqual([[], 'Key is Not Active', 'off flash off']);
  expect(button(phone, 2).done()).toEqual([command('answer', 'work', 'in-1')]);
  phone.hears({ kind: 'connected', call: 'in-1' }, 'work');
  expect([lampsOf(phone), phone.face.hook]).toEqual(['off on off', 'speaker']);
});

test('a phone that is busy on one line lets a call wait on another, whose button takes it', () => {
  const phone = talkingOn('1001').rings('in-2', '4712', '', 'home');
  expect([lampsOf(phone), phone.face.prompt]).toEqual(['on off flash', 'Call Waiting']);
  phone.done();
  expect(button(phone, 3).done()).toEqual([command('hold', '1001', 'in-1'), command('answer', 'home', 'in-2')]);
});

test('the button of another line holds the call in hand and gives dial tone there; EndCall leads back to the call', () => {
  const phone = talkingOn('1001');
  phone.done();
  button(phone, 2);
  expect([phone.done(), phone.face.prompt, phone.face.tone, lampsOf(phone)]).toEqual([
    [command('hold', '1001', 'in-1')],
    'Enter number',
    'dial',
    'on on off',
  ]);
  phone.hears({ kind: 'held', call: 'in-1', held: true }).softkey('EndCall');
  expect([phone.face.prompt, phone.face.rows, lampsOf(phone)]).toEqual([
    'Hold',
    ['hold From 4711 00:00'],
    'wink off off',
  ]);
});

test('a held call winks on its own button, which resumes it', () => {
  const phone = holdingOn('work');
  expect(lampsOf(phone)).toBe('off wink off');
  phone.done();
  expect(button(phone, 2).done()).toEqual([command('resume', 'work', 'in-1')]);
});

test('beside a held call another line can be called from, and the two be swapped by their buttons', () => {
  const phone = button(holdingOn('work'), 1).dials('1002').hears({ kind: 'connected', call: '1001-out-1' });
  expect([lampsOf(phone), phone.face.rows]).toEqual([
    'on wink off',
    ['hold From 4711 00:00', 'connected To 1002 00:00'],
  ]);
  phone.done();
  expect(button(phone, 2).done()).toEqual([command('hold', '1001', '1001-out-1'), command('resume', 'work', 'in-1')]);
});

test('NewCall beside a held call stays on the line of that call', () => {
  const phone = holdingOn('work').softkey('NewCall');
  expect(lampsOf(phone)).toBe('off on off');
  phone.done();
  expect(phone.dials('1002').done()).toEqual([invite('work', 1, '1002')]);
});

test('digits entered on hook beside a held call go out by the line of that call', () => {
  const phone = holdingOn('work').softkey('NewCall').softkey('EndCall');
  phone.done();
  expect(phone.dials('1002').key({ kind: 'enter' }).done()).toEqual([invite('work', 1, '1002')]);
});

test('while a number is being dialled, no button turns back to the held call', () => {
  const phone = holdingOn('work').softkey('NewCall');
  phone.done();
  expect([button(phone, 2).done(), phone.face.tone]).toEqual([[], 'dial']);
  expect(button(button(phone, 1).dials('1'), 2).dials('002').done()).toEqual([invite('1001', 1, '1002')]);
});

test('when the far end gives up a held call, the phone is on hook and idle', () => {
  const ended = { kind: 'ended', call: 'in-1', by: 'far', status: null } as const;
  const phone = holdingOn('work').hears(ended, 'work');
  expect([lampsOf(phone), phone.face.hook, phone.face.prompt]).toEqual(['off off off', 'onHook', 'Call ended']);
});

test('dial tone that comes to nothing gives the softkeys back to the held call', () => {
  const phone = holdingOn('work').softkey('NewCall').softkey('EndCall');
  expect(phone.face).toMatchObject({ prompt: 'Hold', softkeys: 'Resume | NewCall | EndCall | ', hook: 'onHook' });
});

test('CallBack names the line that the call was on', () => {
  const phone = button(threeLines(), 2).dials('1002');
  phone.hears({ kind: 'ended', call: 'work-out-1', by: 'far', status: 486 }, 'work');
  phone.done();
  expect(phone.softkey('CallBack').done()).toEqual([
    { kind: 'callBackPressed', line: 'work', called: { number: '1002', outcome: 'busy' } },
  ]);
  expect(phone.softkey('CallBack').done()).toEqual([{ kind: 'callBackPressed', line: '1001', called: null }]);
});

test('a recall goes out by the line that it was asked on, else by the first', () => {
  const recall = (line?: string) => threeLines().input({ kind: 'makeCall', number: '1002', line });
  expect([recall('work').done(), recall().done()]).toEqual([[invite('work', 1, '1002')], [invite('1001', 1, '1002')]]);
});

test('a recall by a line that is no longer there calls nobody', () => {
  const phone = threeLines().input({ kind: 'makeCall', number: '1002', line: 'gone' });
  expect([phone.done(), phone.face.prompt]).toEqual([[], 'Service not available.']);
});

test('the prompt line and the button tell which line is not registered', () => {
  const phone = threeLines();
  const told = () => [
    phone.face.prompt,
    phone.snapshot.lineButtons.map((line) => line?.registered ?? null).slice(0, lines.length),
  ];
  phone.hears({ kind: 'registration', state: 'registering', status: null }, 'home');
  expect(told()).toEqual(['Registering', [true, true, false]]);
  phone.hears({ kind: 'registration', state: 'unregistered', status: 403 }, 'work');
  expect(told()).toEqual(['2001: Rejected (403)', [true, false, false]]);
  phone.hears({ kind: 'registration', state: 'registered', status: null }, 'work');
  expect(told()).toEqual(['Registering', [true, true, false]]);
  phone.hears({ kind: 'registration', state: 'registered', status: null }, 'home');
  expect(told()).toEqual(['Your current options', [true, true, true]]);
  // As when a cable is pulled: it is tried again and again, and the prompt line stays.
  for (const state of ['unregistered', 'registering', 'unregistered', 'registering'] as const) {
    phone.hears({ kind: 'registration', state, status: null }, 'home');
    expect(told()).toEqual(['3001: Server not reached', [true, true, false]]);
  }
  phone.hears({ kind: 'registration', state: 'registered', status: null }, 'home');
  expect(told()).toEqual(['Your current options', [true, true, true]]);
  phone.input({ kind: 'linePageLost' });
  expect(told()).toEqual(['Registering', [false, false, false]]);
});
