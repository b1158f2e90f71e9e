import { expect, test } from 'vitest';
import { isSameUser, userOf } from '../../../src-main/sip/sip-address';

test.each([
  ['1001', '1001'],
  ['sip:1001@pbx.example.com', '1001'],
  ['SIPS:1001@pbx;transport=tls', '1001'],
  ['"Anna <3" <sip:1001@10.0.0.1:5060>;tag=1', '1001'],
  ['pres:Anna@pbx', 'anna'],
  ['tel:+15551234;phone-context=pbx', '+15551234'],
  ['sip:pbx.example.com', 'pbx.example.com'],
  ['sip:@pbx', ''],
  ['', ''],
])('the user of %s is %s', (address, user) => {
  expect(userOf(address)).toBe(user);
});

test.each([
  ['sip:1001@pbx', 'pres:1001@10.0.0.1', true],
  ['sip:Anna@pbx', 'sip:anna@pbx', true],
  ['sip:1001@pbx', 'sip:10011@pbx', false],
  ['sip:@pbx', '', false],
])('%s and %s are of one user: %s', (left, right, expected) => {
  expect(isSameUser(left, right)).toBe(expected);
});
