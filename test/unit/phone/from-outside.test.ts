import { expect, test } from 'vitest';
import { PhoneDriver } from './phone-driver';

const OUT = '1001-out-1';
const fill = (phone: PhoneDriver, number: string): PhoneDriver => phone.input({ kind: 'fillNumber', number });
const command = (kind: string, call: string) => ({ kind: 'line', command: { kind, line: '1001', call } });

test('a number from a link stands in the dial field, is dialled by nobody, and then by Dial', () => {
  const phone = fill(PhoneDriver.registered(), '1002').waits(3_600_000);
  expect([phone.face.rows, phone.snapshot.display.plane, phone.done()]).toMatchObject([[], { entry: '1002' }, []]);
  phone.key({ kind: 'enter' });
  expect(phone.done()).toMatchObject([{ kind: 'line', command: { kind: 'invite', target: '1002' } }]);
});

test('with dial tone it waits too, however long it takes', () => {
  const phone = PhoneDriver.registered().key({ kind: 'handset' });
  phone.done();
  fill(phone, '1002').waits(3_600_000);
  expect([phone.snapshot.display.plane, phone.done()]).toMatchObject([{ entry: '1002' }, []]);
});

test('a call is not disturbed by it', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1002').input({ kind: 'wish', wish: 'answer' });
  phone.hears({ kind: 'connected', call: 'in-1' });
  const { plane } = fill(phone, '1003').snapshot.display;
  expect([plane, phone.face.prompt]).toMatchObject([{ entry: null }, 'Line In Use']);
});

test('answered, muted and hung up without being touched', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1002', 'Bob');
  expect(phone.status).toEqual({
    name: 'SEP000000001001',
    number: '1001',
    displayName: 'Alice',
    registered: true,
    calls: [{ id: 'in-1', phase: 'ringIn', party: 'Bob (1002)' }],
    muted: false,
    offHook: false,
    failed: false,
    screen: false,
    menu: false,
    doNotDisturb: false,
  });
  phone.input({ kind: 'wish', wish: 'answer' }).hears({ kind: 'connected', call: 'in-1' });
  expect(phone.done()).toEqual([command('answer', 'in-1')]);
  phone.input({ kind: 'wish', wish: 'mute' });
  expect(phone.status.muted).toBe(true);
  phone.input({ kind: 'wish', wish: 'hangUp' });
  expect([phone.done(), phone.status.calls]).toEqual([[command('release', 'in-1')], []]);
});

test('hanging up refuses a call that rings, gives up one that is made, and is nothing on an idle phone', () => {
  const phone = PhoneDriver.registered().rings('in-1', '1002').input({ kind: 'wish', wish: 'hangUp' });
  expect(phone.done()).toEqual([command('release', 'in-1')]);
  phone.softkey('NewCall').dials('1002');
  phone.done();
  phone.input({ kind: 'wish', wish: 'hangUp' });
  expect(phone.done()).toEqual([command('release', OUT)]);
  phone
    .input({ kind: 'wish', wish: 'hangUp' })
    .input({ kind: 'wish', wish: 'answer' })
    .input({ kind: 'wish', wish: 'mute' });
  expect([phone.done(), phone.snapshot.hook, phone.status.muted]).toEqual([[], 'onHook', false]);
});
