import { describe, expect, test } from 'vitest';
import { type NameAddress, readNameAddress } from '../../../../src-main/sip/lenient/name-address';

const written = (read: NameAddress | null) =>
  read && [read.displayName, read.uri.scheme, read.uri.user, read.uri.host, read.uri.port];

describe('What the grammar of RFC 3261 refuses, and everybody understands', () => {
  test.each([
    ['<sip:asterisk@019f9ae299f5:5060;transport=ws>', ['', 'sip', 'asterisk', '019f9ae299f5', 5060]],
    ['<sip:1002@pbx_1>', ['', 'sip', '1002', 'pbx_1', null]],
    ['sip:1002@_sip._udp.peer.test;tag=1', ['', 'sip', '1002', '_sip._udp.peer.test', null]],
    ['<sip:1002@peer.test.>;tag=1', ['', 'sip', '1002', 'peer.test.', null]],
    ['<sip:proxy_1:8080;transport=ws;r2=on;lr=on>', ['', 'sip', null, 'proxy_1', 8080]],
    ['<sip:#8975550100@192.0.2.83>;tag=1', ['', 'sip', '#8975550100', '192.0.2.83', null]],
    ['<sip:PBX#1000#5550100@[2001:db8::1]:5061>', ['', 'sip', 'PBX#1000#5550100', '[2001:db8::1]', 5061]],
    ['<sips:a@b@pbx.test>', ['', 'sips', 'a@b', 'pbx.test', null]],
    ['<sip:bob@pbx_1;x=a@b>', ['', 'sip', 'bob', 'pbx_1', null]],
    ['<sip:50%@pbx.test>', ['', 'sip', '50%', 'pbx.test', null]],
    ['<sip:1002@münchen.test>', ['', 'sip', '1002', 'münchen.test', null]],
    ['Smith, John <sip:1002@peer.test>;tag=1', ['Smith, John', 'sip', '1002', 'peer.test', null]],
    ['Jürgen (Büro) <sip:1002@peer.test>', ['Jürgen (Büro)', 'sip', '1002', 'peer.test', null]],
    [
      '"Bob \\"B\\"" <tel:+15550100;phone-context=example.com>',
      ['Bob \\"B\\"', 'tel', '+15550100', 'example.com', null],
    ],
    ['tel:+1-555-0100;tag=3', ['', 'tel', '+1-555-0100', '', null]],
  ])('%s', (text, expected) => {
    expect(written(readNameAddress(text))).toEqual(expected);
  });

  test('the parameters of the header and those of the address are kept apart', () => {
    const read = readNameAddress('Bob <sip:1002@pbx_1;transport=ws;lr?Replaces=a%3Bb>;expires=60;+sip.x="a;b" ; q');
    expect([read?.parameters, read?.uri.parameters, read?.uri.headers]).toEqual([
      { expires: '60', '+sip.x': '"a;b"', q: null },
      { transport: 'ws', lr: null },
      { Replaces: 'a%3Bb' },
    ]);
  });
});

describe('What nobody can say whom it names is no address', () => {
  test.each([
    '',
    '"Mr. J. User <sip:watson@example.org>',
    '< sip:watson@example.org >',
    '<sip:watson@example.org',
    'sip:user@example.org?Route=%3Csip:sip.example.org%3E',
    '<name:John_Smith>',
    '<sip:>',
    '<sip:@>',
    '<sip:a@[2001:db8:::1]>',
    '<sip:a@b:port>',
    '<tel:Bob>',
  ])('%s', (text) => {
    expect(readNameAddress(text)).toBeNull();
  });
});
