import { expect, test } from 'vitest';
import { callTo, lineCommand, type PhoneDriver, withFeatures } from './phone-driver';

const [BOB, CAROL, DORA] = ['1001-out-1', '1001-out-2', '1001-out-3'];

const mix = (...calls: readonly string[]) => ({
  kind: 'line',
  command: { kind: 'join', line: '1001', calls: calls.map((call) => ({ line: '1001', call })) },
});

/** Alice talks with Bob, has dialled Carol by Confrn, and Carol has answered. */
const announced = (): PhoneDriver => {
  const phone = callTo(withFeatures({ callWaiting: true }), BOB, '1002')
    .softkey('more')
    .softkey('Confrn');
  phone.hears({ kind: 'held', call: BOB, held: true }).dials('1003').hears({ kind: 'connected', call: CAROL });
  phone.done();
  return phone;
};

/** All three talk. */
const three = (): PhoneDriver => {
  const phone = announced().softkey('Confrn').hears({ kind: 'held', call: BOB, held: false });
  phone.hears({ kind: 'joined', calls: [BOB, CAROL].map((call) => ({ line: '1001', call })) });
  phone.done();
  return phone;
};

test('Confrn holds the call and asks for the other one; Confrn again takes the first back and joins them', () => {
  const asked = callTo(withFeatures(), BOB, '1002').softkey('more').softkey('Confrn');
  expect(asked.face).toMatchObject({
    entry: '',
    prompt: 'Conference',
    softkeys: 'Redial | EndCall |  | ',
    tone: 'dial',
  });
  const phone = announced();
  expect(phone.face).toMatchObject({
    rows: ['hold To 1002 00:00', 'connected To 1003 00:00'],
    softkeys: ' | EndCall | Confrn | ',
  });
  phone.softkey('Confrn');
  expect(phone.done()).toEqual([lineCommand('resume', BOB)]);
  phone.hears({ kind: 'held', call: BOB, held: false });
  expect(phone.done()).toEqual([mix(BOB, CAROL)]);
  expect(phone.face).toMatchObject({
    rows: ['connected To 1002 00:00', 'connected To 1003 00:00'],
    prompt: 'Conference',
    softkeys: 'Hold | EndCall |  | more',
  });
});

test('while the other one only rings there is nobody to join', () => {
  const phone = callTo(withFeatures(), BOB, '1002').softkey('more').softkey('Confrn').dials('1003');
  phone.hears({ kind: 'progress', call: CAROL, phase: 'ringing' });
  expect(phone.face.softkeys).toBe(' | EndCall | CallBack | ');
});

test('one more: the conference waits on hold, each member alone, and comes back with the fourth', () => {
  const phone = three().softkey('more').softkey('Confrn');
  expect(phone.done()).toEqual([mix(), lineCommand('hold', BOB), lineCommand('hold', CAROL)]);
  phone.hears({ kind: 'held', call: BOB, held: true }).hears({ kind: 'held', call: CAROL, held: true });
  phone.dials('1004').hears({ kind: 'connected', call: DORA });
  phone.done();
  phone.softkey('Confrn');
  expect(phone.done()).toEqual([lineCommand('resume', BOB), lineCommand('resume', CAROL)]);
  phone.hears({ kind: 'held', call: CAROL, held: false }).hears({ kind: 'held', call: BOB, held: false });
  expect(phone.done()).toEqual([mix(BOB, CAROL, DORA)]);
});

test('one more who cannot be reached is not joined: those who wait are taken back', () => {
  const phone = three().softkey('more').softkey('Confrn');
  for (const call of [BOB, CAROL]) phone.hears({ kind: 'held', call, held: true });
  phone.dials('1004').done();
  phone.hears({ kind: 'ended', call: DORA, by: 'far', status: 486 });
  expect([phone.done(), phone.face.prompt]).toEqual([
    [lineCommand('resume', BOB), lineCommand('resume', CAROL)],
    'Busy',
  ]);
});

test('Hold and Resume are for the conference as a whole', () => {
  const phone = three().softkey('Hold');
  expect(phone.done()).toEqual([mix(), lineCommand('hold', BOB), lineCommand('hold', CAROL)]);
  phone.hears({ kind: 'held', call: BOB, held: true }).hears({ kind: 'held', call: CAROL, held: true });
  phone.softkey('Resume');
  expect(phone.done()).toEqual([lineCommand('resume', BOB), lineCommand('resume', CAROL)]);
  phone.hears({ kind: 'held', call: BOB, held: false }).hears({ kind: 'held', call: CAROL, held: false });
  expect(phone.done()).toEqual([mix(BOB, CAROL)]);
});

test('RmLstC takes out who joined last; with one left it is a call like any other', () => {
  const phone = three().softkey('more').softkey('RmLstC');
  expect(phone.done()).toEqual([lineCommand('release', CAROL)]);
  expect(phone.face).toMatchObject({
    rows: ['connected To 1002 00:00'],
    prompt: 'Connected',
    softkeys: 'Hold | EndCall | Trnsfer | more',
  });
});

test('a member hangs up: the others go on; EndCall ends it for all', () => {
  const phone = three().hears({ kind: 'ended', call: BOB, by: 'far', status: null });
  expect([phone.done(), phone.face.rows, phone.face.hook]).toEqual([[], ['connected To 1003 00:00'], 'speaker']);
  const all = three().softkey('EndCall');
  expect([all.done(), all.face.rows, all.face.hook]).toEqual([
    [lineCommand('release', BOB), lineCommand('release', CAROL)],
    [],
    'onHook',
  ]);
});

test('Join puts the calls together that are there', () => {
  const phone = callTo(withFeatures({ callWaiting: true }), BOB, '1002')
    .rings('in-1', '1003')
    .softkey('Answer');
  phone.hears({ kind: 'held', call: BOB, held: true }).hears({ kind: 'connected', call: 'in-1' });
  phone.done();
  phone.softkey('more').softkey('Join').hears({ kind: 'held', call: BOB, held: false });
  expect(phone.done()).toEqual([lineCommand('resume', BOB), mix(BOB, 'in-1')]);
});

test('where it cannot be mixed, the phone says so, and one call is heard', () => {
  const phone = announced().softkey('Confrn').hears({ kind: 'held', call: BOB, held: false });
  phone.done();
  phone.hears({ kind: 'joined', calls: [] });
  expect([phone.done(), phone.face.prompt]).toEqual([[lineCommand('hold', BOB)], 'Cannot Complete Conference']);
});

test('a call that comes into a conference can be taken, and the conference waits', () => {
  const phone = three().rings('in-1', '1004').softkey('Answer');
  expect(phone.done()).toEqual([
    mix(),
    lineCommand('hold', BOB),
    lineCommand('hold', CAROL),
    lineCommand('answer', 'in-1'),
  ]);
});
