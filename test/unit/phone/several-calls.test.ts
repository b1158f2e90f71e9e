import { expect, test } from 'vitest';
import { callTo, lineCommand, PhoneDriver, withFeatures } from './phone-driver';

const OUT = '1001-out-1';

/** Alice talks with Bob, whom she called. */
const talking = (): PhoneDriver => {
  const phone = callTo(withFeatures({ callWaiting: true }), OUT, '1002');
  phone.done();
  return phone;
};

/** Bob is on hold, and Alice talks with Carol, who called meanwhile. */
const swapped = (): PhoneDriver => {
  const phone = talking().rings('in-1', '1003', 'Carol').softkey('Answer');
  phone.hears({ kind: 'held', call: OUT, held: true }).hears({ kind: 'connected', call: 'in-1' });
  phone.done();
  return phone;
};

test('the rocker goes from one call to the other, and Resume swaps them', () => {
  const phone = swapped().key({ kind: 'navigate', direction: 'up' });
  expect(phone.face).toMatchObject({ prompt: 'Hold', softkeys: 'Resume | NewCall | EndCall | Join' });
  phone.softkey('Resume');
  expect(phone.done()).toEqual([lineCommand('hold', 'in-1'), lineCommand('resume', OUT)]);
  phone.hears({ kind: 'held', call: 'in-1', held: true }).hears({ kind: 'held', call: OUT, held: false });
  expect(phone.face.rows).toEqual(['connected To 1002 00:00', 'hold From Carol (1003) 00:00']);
});

test('EndCall ends the call that is marked: the held one, and the other goes on', () => {
  const phone = swapped().key({ kind: 'navigate', direction: 'up' }).softkey('EndCall');
  expect(phone.done()).toEqual([lineCommand('release', OUT)]);
  expect(phone.face).toMatchObject({
    rows: ['connected From Carol (1003) 00:00'],
    prompt: 'Connected',
    hook: 'speaker',
  });
});

test('the far end of the held call hangs up: the other call goes on', () => {
  const phone = swapped().hears({ kind: 'ended', call: OUT, by: 'far', status: null }).waits(4000);
  expect(phone.done()).toEqual([]);
  expect(phone.face).toMatchObject({
    rows: ['connected From Carol (1003) 00:04'],
    prompt: 'Connected',
    hook: 'speaker',
  });
});

test('the handset is replaced: who is heard is hung up, who is held waits', () => {
  const phone = swapped().key({ kind: 'speaker' });
  expect(phone.done()).toEqual([lineCommand('release', 'in-1')]);
  expect(phone.face).toMatchObject({ rows: ['hold To 1002 00:00'], hook: 'onHook', tone: null });
});

test('NewCall in a call holds it and gives dial tone; digits are dialled, and sent to nobody', () => {
  const phone = talking().softkey('more').softkey('NewCall');
  expect(phone.face).toMatchObject({ entry: '', prompt: 'Enter number', tone: 'dial' });
  phone.dials('1003');
  expect(phone.done()).toEqual([lineCommand('hold', OUT), lineCommand('invite', '1001-out-2', { target: '1003' })]);
});

test('digits go to whoever is heard, also while a waiting call has the softkeys', () => {
  const phone = talking().rings('in-1', '1003').dials('5');
  expect(phone.done()).toEqual([lineCommand('sendDigit', OUT, { digit: '5' })]);
});

test('a far end that refuses to be held keeps the voice: the call that was taken for it waits', () => {
  const phone = talking().rings('in-1', '1003', 'Carol').softkey('Answer').hears({ kind: 'connected', call: 'in-1' });
  phone.done();
  phone.hears({ kind: 'held', call: OUT, held: false });
  expect([phone.done(), phone.face.prompt]).toEqual([[lineCommand('hold', 'in-1')], 'Cannot hold this call']);
});

test('a call that was answered and is hung up at once is released', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1003').softkey('Answer').key({ kind: 'speaker' });
  expect(phone.done()).toEqual([lineCommand('answer', 'in-1'), lineCommand('release', 'in-1')]);
  expect(phone.hears({ kind: 'connected', call: 'in-1' }).face).toMatchObject({ rows: [], hook: 'onHook' });
});

test.each([
  ['in a call', talking(), 'callWaiting'],
  ['with the dial tone', withFeatures({ callWaiting: true }).key({ kind: 'handset' }), 'dial'],
  [
    'while another phone rings',
    withFeatures({ callWaiting: true })
      .softkey('NewCall')
      .dials('1002')
      .hears({ kind: 'progress', call: OUT, phase: 'ringing' }),
    'ringback',
  ],
  [
    'beside a call on hold, at the speaker',
    talking().softkey('Hold').hears({ kind: 'held', call: OUT, held: true }),
    'ring',
  ],
] as const)('a call that comes %s is heard as it should be', (_name, phone, tone) => {
  expect(phone.rings('in-1', '1003').face.tone).toBe(tone);
});

test('mute lasts over hold, and ends with the last call in hand', () => {
  const phone = talking().key({ kind: 'mute' }).softkey('Hold').hears({ kind: 'held', call: OUT, held: true });
  phone.softkey('Resume').hears({ kind: 'held', call: OUT, held: false });
  expect([phone.snapshot.muted, phone.softkey('EndCall').snapshot.muted]).toEqual([true, false]);
});

test('Enter and Escape fit: resume, then end', () => {
  const phone = talking().softkey('Hold').hears({ kind: 'held', call: OUT, held: true });
  phone.done();
  phone.key({ kind: 'enter' }).hears({ kind: 'held', call: OUT, held: false }).softkey('more').key({ kind: 'escape' });
  expect(phone.done()).toEqual([lineCommand('resume', OUT), lineCommand('release', OUT)]);
});

test('the far end has sent us on: the new call takes the place of the old one, which comes back if it fails', () => {
  const sent = (): PhoneDriver =>
    talking()
      .hears({ kind: 'referred', call: OUT, next: 'next-1', target: '1003' })
      .hears({ kind: 'progress', call: 'next-1', phase: 'ringing' });
  expect(sent().face).toMatchObject({ rows: ['ringOut To 1003'], prompt: 'Ring Out', tone: 'ringback' });
  const answered = sent().hears({ kind: 'connected', call: 'next-1' });
  expect([answered.done(), answered.face.rows]).toEqual([[lineCommand('release', OUT)], ['connected To 1003 00:00']]);
  const busy = sent().hears({ kind: 'ended', call: 'next-1', by: 'far', status: 486 });
  expect([busy.done(), busy.face.rows, busy.face.prompt]).toEqual([[], ['connected To 1002 00:00'], 'Busy']);
});

test('somebody takes the far end’s place, or turns out to be somebody else', () => {
  const phone = talking().hears({ kind: 'replaced', call: OUT, next: 'in-2', number: '1003', name: 'Carol' });
  expect([phone.done(), phone.face.rows, phone.records.map(({ number }) => number)]).toEqual([
    [],
    ['connected From Carol (1003) 00:00'],
    ['1002'],
  ]);
  phone.hears({ kind: 'identity', call: 'in-2', number: '1004', name: 'Dora' });
  expect(phone.face.rows).toEqual(['connected From Dora (1004) 00:00']);
});

test('somebody else picks up where Alice still dials: they talk, and the ringback stops', () => {
  const phone = withFeatures().softkey('NewCall').dials('1002');
  phone.hears({ kind: 'progress', call: OUT, phase: 'ringing' });
  expect(phone.face.tone).toBe('ringback');
  phone.done();
  phone.hears({ kind: 'replaced', call: OUT, next: 'in-2', number: '1003', name: 'Carol' });
  expect([phone.done(), phone.face.rows, phone.face.tone]).toEqual([[], ['connected From Carol (1003) 00:00'], null]);
});
