import { expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys';
import type { ToldStatus } from '../../../src-main/contract/line-status';
import { callTo, lineCommand, type PhoneDriver, withFeatures } from './phone-driver';

const CAROL: Key = { kind: 'line', button: 2 };
const MESSAGES: Key = { kind: 'messages' };

const withSpeedDial = (): PhoneDriver =>
  withFeatures({ callWaiting: true }, { speedDials: [{ number: '1003', label: 'Carol' }] });

const callsCarol = [lineCommand('invite', '1001-out-1', { target: '1003' })];

test.each<[ToldStatus, string, string]>([
  ['unknown', 'unknown', 'off'],
  ['offline', 'unknown', 'off'],
  ['onHook', 'idle', 'off'],
  ['ringing', 'ringing', 'flash'],
  ['offHook', 'inUse', 'on'],
  ['doNotDisturb', 'doNotDisturb', 'wink'],
])('the speed dial of a line that is %s', (status, far, lamp) => {
  const phone = withSpeedDial().input({ kind: 'speedDialState', number: '1003', status });
  expect(phone.snapshot.lineButtons.slice(0, 3)).toEqual([
    { label: '1001', lamp: 'off', registered: true, kind: 'line', far: 'unknown', messages: false },
    { label: 'Carol', lamp, registered: true, kind: 'speedDial', far, messages: false },
    null,
  ]);
});

test('a speed dial that nobody has named shows its number', () => {
  const phone = withFeatures({}, { speedDials: [{ number: '1003', label: '' }] });
  expect(phone.snapshot.lineButtons[1]).toMatchObject({ label: '1003', kind: 'speedDial' });
});

test('a speed dial calls: on hook by the speaker, off hook by the handset', () => {
  const onHook = withSpeedDial().key(CAROL);
  expect([onHook.done(), onHook.face.hook]).toEqual([callsCarol, 'speaker']);
  const lifted = withSpeedDial().key({ kind: 'handset' }).key(CAROL);
  expect([lifted.done(), lifted.face.hook]).toEqual([callsCarol, 'handset']);
});

test('in a call, and while the phone rings, a speed dial takes nothing and ends nothing', () => {
  const ringing = withSpeedDial().rings('in-1', '1004').key(CAROL);
  const talking = callTo(withSpeedDial(), '1001-out-1', '1002');
  talking.done();
  expect([ringing.done(), ringing.face.prompt, talking.key(CAROL).done(), talking.face.prompt]).toEqual([
    [],
    'Key is Not Active',
    [],
    'Key is Not Active',
  ]);
});

test('a speed dial is where all calls shall go, after CFwdALL', () => {
  const phone = withSpeedDial().softkey('more').softkey('CFwdALL').key(CAROL);
  expect(phone.done()).toEqual([{ kind: 'setForwardAll', number: '1003' }]);
});

test('a shared line that another phone talks on', () => {
  const phone = withFeatures().input({ kind: 'remoteInUse', line: '1001', inUse: true });
  expect([phone.snapshot.lineButtons[0], phone.face.prompt, phone.face.softkeys]).toEqual([
    { label: '1001', lamp: 'on', registered: true, kind: 'line', far: 'inUse', messages: false },
    'In Use Remote',
    'Redial | NewCall |  | ',
  ]);
  phone.input({ kind: 'remoteInUse', line: '1001', inUse: false });
  expect([phone.snapshot.lineButtons[0]?.far, phone.face.prompt]).toEqual(['idle', 'Your current options']);
});

test('messages: the lamps, the line, the prompt and the dial tone tell; the key calls voice mail by that line', () => {
  const lines = [
    { id: '1001', number: '1001', displayName: 'Alice' },
    { id: 'work', number: '2001', displayName: 'Alice at work' },
  ] as const;
  const phone = withFeatures({ voiceMail: '1900' }, { lines });
  const messages = { waiting: true, unheard: 2, heard: 1 };
  phone.input({ kind: 'messages', line: 'work', messages });
  expect([
    phone.snapshot.lamps,
    phone.snapshot.lineButtons.map((button) => button?.messages),
    phone.face.prompt,
    phone.key({ kind: 'speaker' }).face.tone,
  ]).toEqual([
    { handset: 'on', speaker: 'off', headset: 'off', mute: 'off', messages: 'on' },
    [false, true, undefined, undefined, undefined, undefined],
    'You Have Voice Mail (2)',
    'stutterDial',
  ]);
  phone.key({ kind: 'speaker' }).key(MESSAGES);
  expect(phone.done()).toEqual([
    { kind: 'line', command: { kind: 'invite', line: 'work', call: 'work-out-1', target: '1900' } },
  ]);
});

test('no number of messages, no messages, no voice mail', () => {
  const phone = withFeatures({ voiceMail: '1900' });
  const told = (waiting: boolean) =>
    phone.input({ kind: 'messages', line: '1001', messages: { waiting, unheard: 0, heard: 0 } }).face.prompt;
  expect([told(true), told(false), phone.snapshot.lamps.messages]).toEqual([
    'You Have Voice Mail',
    'Your current options',
    'off',
  ]);
  const none = withFeatures().key(MESSAGES);
  expect([none.done(), none.face.prompt]).toEqual([[], 'No voice mail']);
});

test('where nobody has configured a number, the server of the line says whom to call to hear its messages', () => {
  const phone = withFeatures();
  const messages = { waiting: true, unheard: 1, heard: 0, account: '*97' };
  phone.input({ kind: 'messages', line: '1001', messages }).key(MESSAGES);
  expect(phone.done()).toEqual([lineCommand('invite', '1001-out-1', { target: '*97' })]);
});

test('messages may be passed a call, as any number may', () => {
  const phone = callTo(withFeatures({ voiceMail: '1900' }), '1001-out-1', '1002').softkey('Trnsfer');
  phone.done();
  expect(phone.key(MESSAGES).done()).toEqual([lineCommand('invite', '1001-out-2', { target: '1900' })]);
});
