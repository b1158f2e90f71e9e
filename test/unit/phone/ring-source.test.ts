import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '../../../src-main/phone/settings';
import { callTo, PhoneDriver } from './phone-driver';

test.each([
  ['inside', 'ring'],
  ['outside', 'ringOutside'],
  [null, 'ring'],
] as const)('a caller of whom is known: %s', (source, tone) => {
  expect(PhoneDriver.registered().rings('in-1', '1003', '', '1001', source).face.tone).toBe(tone);
});

test('of two that ring, the one that rings longer is heard, and then the other', () => {
  const phone = PhoneDriver.registered({
    lines: [
      { id: '1001', number: '1001', displayName: 'Alice' },
      { id: 'work', number: '2001', displayName: 'Alice' },
    ],
  }).input({ kind: 'settings', settings: { ...USUAL_SETTINGS, callWaiting: true } });
  phone.rings('in-1', '1003', '', '1001', 'outside').rings('in-2', '1002', '', 'work', 'inside');
  expect(phone.face.tone).toBe('ringOutside');
  phone.hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(phone.face.tone).toBe('ring');
});

test('at the ear it is the tone of call waiting, whoever calls', () => {
  const phone = callTo(PhoneDriver.registered(), '1001-out-1', '1002');
  phone.input({ kind: 'settings', settings: { ...USUAL_SETTINGS, callWaiting: true } });
  expect(phone.rings('in-1', '1003', '', '1001', 'outside').face.tone).toBe('callWaiting');
});
