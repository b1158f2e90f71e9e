import { expect, test } from 'vitest';
import { PhoneDriver } from './phone-driver';

test.each([
  [['data'], 'Cannot save: calls only'],
  [['log'], 'Log not written'],
  [['log', 'data'], 'Cannot save: calls only'],
  [[], 'Your current options'],
] as const)('what cannot be stored is %j: an idle phone says "%s"', (unstored, prompt) => {
  expect(PhoneDriver.registered().input({ kind: 'storage', unstored }).face.prompt).toBe(prompt);
});

test('a call goes before it', () => {
  const phone = PhoneDriver.registered().input({ kind: 'storage', unstored: ['data'] });
  expect(phone.rings('in-1', '1003').face.prompt).toBe('From 1003');
});
