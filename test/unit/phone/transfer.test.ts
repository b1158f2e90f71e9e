import { expect, test } from 'vitest';
import { callTo, lineCommand, type PhoneDriver, withFeatures } from './phone-driver';

const [FIRST, SECOND] = ['1001-out-1', '1001-out-2'];

/** Alice talks with Bob and has pressed Trnsfer; Bob is on hold. */
const asked = (): PhoneDriver => {
  const phone = callTo(withFeatures(), FIRST, '1002')
    .softkey('Trnsfer')
    .hears({ kind: 'held', call: FIRST, held: true });
  return phone;
};

const ringing = (): PhoneDriver => {
  const phone = asked().dials('1003').hears({ kind: 'progress', call: SECOND, phase: 'ringing' });
  phone.done();
  return phone;
};

const announced = (): PhoneDriver => ringing().hears({ kind: 'connected', call: SECOND });
const toCarol = lineCommand('transfer', FIRST, { target: '1003' });
const together = lineCommand('transferToCall', FIRST, { other: { line: '1001', call: SECOND } });

test('Trnsfer holds the call and asks for the number', () => {
  const phone = asked();
  expect(phone.done().at(-1)).toEqual(lineCommand('hold', FIRST));
  expect(phone.face).toEqual({
    rows: ['hold To 1002 00:00'],
    entry: '',
    prompt: 'Call Transfer',
    softkeys: 'Redial | EndCall |  | ',
    hook: 'speaker',
    strip: 'off',
    tone: 'dial',
  });
});

test('while it rings: Trnsfer gives our own call up, sends Bob there, and the phone is free', () => {
  const phone = ringing();
  expect(phone.face).toMatchObject({ prompt: 'Ring Out', softkeys: ' | EndCall | Trnsfer | ', tone: 'ringback' });
  phone.softkey('Trnsfer');
  expect(phone.done()).toEqual([lineCommand('release', SECOND), toCarol]);
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00'],
    prompt: 'Transferring',
    softkeys: ' | EndCall |  | ',
    hook: 'onHook',
  });
  phone.hears({ kind: 'transferProgress', call: FIRST, status: 180, done: false });
  expect(phone.face.prompt).toBe('Transferring');
  phone.hears({ kind: 'transferProgress', call: FIRST, status: 200, done: true });
  expect([phone.done(), phone.face.rows, phone.face.prompt]).toEqual([
    [lineCommand('release', FIRST)],
    [],
    'Transferred',
  ]);
});

test('before it rings there is nobody to pass the call to', () => {
  expect(asked().dials('1003').face).toMatchObject({ prompt: 'Call Proceed', softkeys: ' | EndCall |  | ' });
});

test('after talking: Trnsfer has the two talk with each other', () => {
  const phone = announced();
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00', 'connected To 1003 00:00'],
    prompt: 'Connected',
    softkeys: ' | EndCall | Trnsfer | ',
  });
  phone.key({ kind: 'enter' });
  expect(phone.done()).toEqual([together]);
  phone
    .hears({ kind: 'ended', call: SECOND, by: 'far', status: null })
    .hears({ kind: 'transferProgress', call: FIRST, status: 200, done: true });
  expect([phone.done(), phone.face.rows, phone.face.hook, phone.face.prompt]).toEqual([
    [lineCommand('release', FIRST)],
    [],
    'onHook',
    'Transferred',
  ]);
});

test('whom Alice is talking to can be asked again before: swap, and Trnsfer all the same', () => {
  const phone = announced().key({ kind: 'navigate', direction: 'up' }).softkey('Resume');
  phone.hears({ kind: 'held', call: SECOND, held: true }).hears({ kind: 'held', call: FIRST, held: false });
  phone.done();
  expect(phone.softkey('Trnsfer').done()).toEqual([together]);
});

test.each([
  [486, 'Transfer Destination is Busy'],
  [404, 'Unknown Number'],
  [603, 'Call refused'],
  [null, 'Transfer failed'],
])(
  'sent there in vain (%s): the phone says why, as long as the first call waits, and it can be taken back',
  (status, why) => {
    const phone = ringing()
      .softkey('Trnsfer')
      .hears({ kind: 'transferProgress', call: FIRST, status, done: true })
      .waits(5000);
    phone.done();
    expect(phone.face).toMatchObject({
      rows: ['hold To 1002 00:05'],
      prompt: why,
      softkeys: 'Resume | NewCall | EndCall | ',
    });
    phone.softkey('Resume').hears({ kind: 'held', call: FIRST, held: false });
    expect([phone.done(), phone.face.prompt]).toEqual([[lineCommand('resume', FIRST)], 'Connected']);
  },
);

test('the two could not be put together: both calls are there, and it can be tried again', () => {
  const phone = announced()
    .softkey('Trnsfer')
    .hears({ kind: 'transferProgress', call: FIRST, status: 501, done: true });
  phone.done();
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00', 'connected To 1003 00:00'],
    prompt: 'Transfer failed',
  });
  expect(phone.softkey('Trnsfer').done()).toEqual([together]);
});

test.each<[string, (phone: PhoneDriver) => PhoneDriver, string, object[]]>([
  [
    'busy',
    (phone) => phone.hears({ kind: 'ended', call: SECOND, by: 'far', status: 486 }),
    'Transfer Destination is Busy',
    [],
  ],
  ['nobody', (phone) => phone.hears({ kind: 'ended', call: SECOND, by: 'far', status: 404 }), 'Unknown Number', []],
  ['given up', (phone) => phone.softkey('EndCall'), 'Hold', [lineCommand('release', SECOND)]],
])('the other one is %s: the first call is there again', (_name, end, prompt, effects) => {
  const phone = end(ringing());
  expect(phone.done()).toEqual(effects);
  expect(phone.face).toEqual({
    rows: ['hold To 1002 00:00'],
    entry: null,
    prompt,
    softkeys: 'Resume | NewCall | EndCall | ',
    hook: 'speaker',
    strip: 'off',
    tone: null,
  });
});

test('EndCall at the dial tone, and the handset replaced at any time, leave the first call on hold', () => {
  expect(asked().softkey('EndCall').face).toMatchObject({
    rows: ['hold To 1002 00:00'],
    prompt: 'Hold',
    hook: 'speaker',
  });
  const phone = announced().key({ kind: 'speaker' });
  expect([phone.done(), phone.face.rows, phone.face.hook]).toEqual([
    [lineCommand('release', SECOND)],
    ['hold To 1002 00:00'],
    'onHook',
  ]);
});

test('the first one gives up meanwhile: the other call is one like any other', () => {
  const phone = announced().hears({ kind: 'ended', call: FIRST, by: 'far', status: null }).waits(4000);
  expect(phone.face).toMatchObject({ rows: ['connected To 1003 00:04'], softkeys: 'Hold | EndCall | Trnsfer | more' });
});

test('a speed dial, and a number that was redialled, is somebody to pass the call to', () => {
  const phone = callTo(withFeatures({}, { speedDials: [{ number: '1003', label: 'Carol' }] }), FIRST, '1002').softkey(
    'Trnsfer',
  );
  phone.done();
  expect(phone.key({ kind: 'line', button: 2 }).done()).toEqual([lineCommand('invite', SECOND, { target: '1003' })]);
});

test('a Call Back that is dialled meanwhile is nobody to pass the call to', () => {
  const phone = asked().input({ kind: 'makeCall', number: '1004' }).hears({ kind: 'connected', call: SECOND });
  expect(phone.face.softkeys).toBe('Hold | EndCall | Trnsfer | more');
});
