import { expect, test } from 'vitest';
import type { PhoneDevice } from '../../../src-main/phone/phone-state';
import { PhoneDriver } from './phone-driver';

const work = { id: 'work', number: '2001', displayName: 'Alice at work' };
const home = { id: 'home', number: '3001', displayName: 'Alice at home' };
const both: PhoneDevice['lines'] = [work, home];

const labelsOf = (phone: PhoneDriver) =>
  phone.snapshot.lineButtons.map((button) => button && `${button.label} ${button.registered} ${button.lamp}`);

/** Alice talks on her line at home. */
const talking = (): PhoneDriver =>
  PhoneDriver.registered({ lines: both })
    .rings('in-1', '4711', '', 'home')
    .softkey('Answer')
    .hears({ kind: 'connected', call: 'in-1' }, 'home');

test('a line comes: it is not registered yet, and what goes on elsewhere goes on', () => {
  const phone = talking().input({ kind: 'lines', lines: [work, home, { id: 'new', number: '5001', displayName: '' }] });
  expect([labelsOf(phone), phone.face.prompt, phone.face.hook]).toEqual([
    ['2001 true off', '3001 true on', '5001 false off', null, null, null],
    'Connected',
    'speaker',
  ]);
});

test('a line goes, and its call with it: the phone is on hook', () => {
  const phone = talking().input({ kind: 'lines', lines: [work] });
  expect([labelsOf(phone), phone.face.hook, phone.snapshot.display.plane]).toEqual([
    ['2001 true off', null, null, null, null, null],
    'onHook',
    { kind: 'calls', calls: [], entry: null },
  ]);
});

test('the first line goes: the next one gives the phone its number', () => {
  const phone = talking().input({ kind: 'lines', lines: [home] });
  expect([phone.snapshot.display.number, phone.face.prompt]).toEqual(['3001', 'Connected']);
});
