import { describe, expect, test } from 'vitest';
import { assertedParty, isAnsweredElsewhere, partyNamed } from '../../../src-main/sip/party';

describe('Who calls', () => {
  test.each([
    ['1002', 'peer.test', 'Bob \\"Bobby\\" Beta', { number: '1002', name: 'Bob "Bobby" Beta' }],
    ['+15550100;npdi=yes;rn=+15550199', 'peer.test', undefined, { number: '+15550100', name: '' }],
    [undefined, 'peer.test', undefined, { number: '', name: '' }],
    ['anonymous', 'anonymous.invalid', 'Anonymous', { number: '', name: 'Anonymous' }],
    ['Restricted', 'peer.test', '', { number: '', name: '' }],
    ['1002', 'anonymous.invalid', '', { number: '', name: '' }],
  ])('%s@%s %s', (user, host, name, party) => {
    expect(partyNamed(user, host, name)).toEqual(party);
  });
});

describe('Whom a server asserts', () => {
  test.each([
    [
      'both addresses in one header',
      ['"Carol" <sip:1003@peer.test>, <tel:+15550103>'],
      [],
      { number: '1003', name: 'Carol' },
    ],
    [
      'each in its own, the telephone first',
      ['"Carol" <tel:+15550103>', '<sip:1003@pbx_1>'],
      [],
      { number: '1003', name: 'Carol' },
    ],
    ['a telephone alone', ['<tel:+15550103;phone-context=x.test>'], [], { number: '+15550103', name: '' }],
    [
      'by the older header',
      [],
      ['"Dora" <sip:1004@peer.test>;party=called;screen=yes'],
      { number: '1004', name: 'Dora' },
    ],
    ['by both', ['<sip:1003@a>'], ['<sip:1004@a>'], { number: '1003', name: '' }],
    ['nobody', ['nonsense'], [], null],
  ])('%s', (_what, asserted, remote, party) => {
    expect(assertedParty(asserted, remote)).toEqual(party);
  });
});

test.each([
  [true, ['SIP;cause=200;text="Call completed elsewhere"', 'Q.850;cause=26']],
  [true, ['Q.850 ; cause = 26']],
  [true, ['Q.850;cause=16, SIP;text="a, b";cause=200']],
  [false, ['SIP;cause=487', 'Q.850;cause=16;text="26"']],
  [false, ['SIP;cause=2001', 'Q.850;cause=260']],
  [false, []],
])('answered elsewhere: %s %j', (elsewhere, reasons) => {
  expect(isAnsweredElsewhere(reasons)).toBe(elsewhere);
});
