import { describe, expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys';
import { NOTHING_REMEMBERED } from '../../../src-main/contract/phone-memory';
import { callTo, lineCommand, PhoneDriver, withFeatures } from './phone-driver';

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

/** Bob was sent to Carol, and comes back with that status. */
const sentInVain = (phone: PhoneDriver, status: number | null): PhoneDriver =>
  phone.hears({ kind: 'transferProgress', call: FIRST, status, done: true });

describe('sent there in vain', () => {
  test.each([
    [486, 'Transfer Destination is Busy'],
    [404, 'Unknown Number'],
    [603, 'Call refused'],
    [480, 'No answer'],
    [501, 'Transfer failed'],
    [null, 'Transfer failed'],
  ])('%s: the phone rings and says why, until Bob is taken back', (status, why) => {
    const phone = sentInVain(ringing().softkey('Trnsfer'), status).waits(5000);
    phone.done();
    expect([phone.face, phone.status.calls]).toEqual([
      {
        rows: ['ringIn To 1002 00:05'],
        entry: null,
        prompt: why,
        softkeys: 'Resume | NewCall | EndCall | ',
        hook: 'onHook',
        strip: 'flash',
        tone: 'ring',
      },
      [{ id: FIRST, phase: 'ringIn', party: '1002' }],
    ]);
    phone.softkey('Resume');
    expect([phone.done(), phone.face.tone, phone.face.strip]).toEqual([[lineCommand('resume', FIRST)], null, 'off']);
    phone.hears({ kind: 'held', call: FIRST, held: false });
    expect(phone.face).toMatchObject({ rows: ['connected To 1002 00:05'], prompt: 'Connected', hook: 'speaker' });
    // Put on hold by hand, he waits as anybody else.
    phone.softkey('Hold').hears({ kind: 'held', call: FIRST, held: true });
    expect(phone.face).toMatchObject({ rows: ['hold To 1002 00:05'], prompt: 'Hold', tone: null });
  });

  test.each<[string, Key, string]>([
    ['the handset', { kind: 'handset' }, 'handset'],
    ['the speaker', { kind: 'speaker' }, 'speaker'],
    ['the button of its line', { kind: 'line', button: 1 }, 'speaker'],
    ['Enter', { kind: 'enter' }, 'speaker'],
  ])('he is taken back by %s', (_name, key, hook) => {
    const phone = sentInVain(ringing().softkey('Trnsfer'), 486);
    phone.done();
    expect([phone.key(key).done(), phone.face.hook]).toEqual([[lineCommand('resume', FIRST)], hook]);
  });

  test('he cannot be taken back yet: the phone rings on', () => {
    const phone = sentInVain(ringing().softkey('Trnsfer'), 486).softkey('Resume');
    phone.hears({ kind: 'held', call: FIRST, held: true }).key({ kind: 'speaker' });
    expect(phone.face).toMatchObject({ rows: ['ringIn To 1002 00:00'], hook: 'onHook', tone: 'ring' });
  });

  test('he gives up, or is sent away: the phone is idle', () => {
    const gone = sentInVain(ringing().softkey('Trnsfer'), 486).hears({
      kind: 'ended',
      call: FIRST,
      by: 'far',
      status: null,
    });
    expect(gone.face).toMatchObject({ rows: [], tone: null, strip: 'off', hook: 'onHook' });
    const sentAway = sentInVain(ringing().softkey('Trnsfer'), 486);
    sentAway.done();
    expect([sentAway.softkey('EndCall').done(), sentAway.face.rows]).toEqual([[lineCommand('release', FIRST)], []]);
  });

  test('Alice talks with somebody else meanwhile: she hears that a call waits, and afterwards the phone rings', () => {
    const third = '1001-out-3';
    const phone = ringing()
      .softkey('Trnsfer')
      .key({ kind: 'speaker' })
      .dials('1004')
      .hears({ kind: 'connected', call: third });
    sentInVain(phone, 486);
    phone.done();
    expect(phone.face).toMatchObject({
      rows: ['ringIn To 1002 00:00', 'connected To 1004 00:00'],
      prompt: 'Transfer Destination is Busy',
      softkeys: 'Hold | EndCall | Trnsfer | more',
      tone: 'callWaiting',
    });
    expect(phone.softkey('EndCall').done()).toEqual([lineCommand('release', third)]);
    expect(phone.face).toMatchObject({ rows: ['ringIn To 1002 00:00'], hook: 'onHook', tone: 'ring', strip: 'flash' });
    expect(phone.key({ kind: 'handset' }).done()).toEqual([lineCommand('resume', FIRST)]);
  });

  test('a phone that answers by itself takes him back by itself', () => {
    const memory = {
      ...NOTHING_REMEMBERED,
      settings: { ...NOTHING_REMEMBERED.settings, autoAnswer: 'headset' as const },
    };
    const phone = callTo(PhoneDriver.registered({}, { memory }), FIRST, '1002')
      .softkey('Trnsfer')
      .hears({ kind: 'held', call: FIRST, held: true })
      .dials('1003')
      .hears({ kind: 'progress', call: SECOND, phase: 'ringing' })
      .softkey('Trnsfer');
    phone.done();
    expect([sentInVain(phone, 486).done(), phone.face.hook]).toEqual([[lineCommand('resume', FIRST)], 'headset']);
  });

  test('one who would not be held is heard until he is passed on, and stays if he is not', () => {
    const phone = callTo(withFeatures(), FIRST, '1002')
      .softkey('Trnsfer')
      .dials('1003')
      .hears({ kind: 'progress', call: SECOND, phase: 'ringing' })
      .hears({ kind: 'held', call: FIRST, held: false });
    phone.done();
    expect(phone.softkey('Trnsfer').done()).toEqual([lineCommand('release', SECOND), toCarol]);
    expect(sentInVain(phone, 486).face).toMatchObject({
      rows: ['connected To 1002 00:00'],
      hook: 'speaker',
      tone: null,
    });
    expect(phone.done()).toEqual([]);
  });

  test('who refuses to be held only once he is sent is not hung up on: the speaker says that he is heard', () => {
    const phone = callTo(withFeatures(), FIRST, '1002')
      .softkey('Trnsfer')
      .dials('1003')
      .hears({ kind: 'progress', call: SECOND, phase: 'ringing' })
      .softkey('Trnsfer');
    phone.done();
    phone.hears({ kind: 'held', call: FIRST, held: false });
    expect([phone.done(), phone.face.hook, phone.face.rows]).toEqual([[], 'speaker', ['connected To 1002 00:00']]);
    expect(phone.key({ kind: 'speaker' }).done()).toEqual([lineCommand('release', FIRST)]);
  });
});

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

test.each([
  ['busy', 486, 'Transfer Destination is Busy'],
  ['nobody', 404, 'Unknown Number'],
  ['not there', 480, 'No answer'],
])('the other one is %s: the phone says so, and Alice is back with the first', (_name, status, prompt) => {
  const phone = ringing().hears({ kind: 'ended', call: SECOND, by: 'far', status });
  expect(phone.done()).toEqual([lineCommand('resume', FIRST)]);
  phone.hears({ kind: 'held', call: FIRST, held: false });
  expect(phone.face).toEqual({
    rows: ['connected To 1002 00:00'],
    entry: null,
    prompt,
    softkeys: 'Hold | EndCall | Trnsfer | more',
    hook: 'speaker',
    strip: 'off',
    tone: null,
  });
  expect(phone.waits(4000).face.prompt).toBe('Connected');
});

test('Alice gives the other one up: the first call waits until she resumes it', () => {
  const phone = ringing().softkey('EndCall');
  expect(phone.done()).toEqual([lineCommand('release', SECOND)]);
  expect(phone.face).toEqual({
    rows: ['hold To 1002 00:00'],
    entry: null,
    prompt: 'Hold',
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
