import { Core, Grammar, NameAddrHeader } from 'sip.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { withReadableReferTo } from '../../../../src-renderer/line/sip-js-fixes/hear-every-referral';
import { readLeniently } from '../../../../src-renderer/line/sip-js-fixes/read-leniently';

const silent = { error() {}, warn() {}, log() {}, debug() {} } as unknown as Core.Logger;

const USUAL = {
  Via: 'SIP/2.0/WS peer.test;branch=z9hG4bKk',
  From: '<sip:1002@peer.test>;tag=1',
  To: '<sip:1001@peer.test>;tag=2',
  Contact: '<sip:asterisk@127.0.0.1:5060>',
  'Call-ID': 'k@pbx',
  CSeq: '1 INVITE',
};

function read(start: string, odd: Readonly<Record<string, string>>): Core.IncomingMessage | undefined {
  const lines = Object.entries({ ...USUAL, ...odd }).map(([name, value]) => `${name}: ${value}`);
  return Core.Parser.parseMessage([start, ...lines, '', ''].join('\r\n'), silent);
}

const REQUEST = 'INVITE sip:1001@host_1;transport=ws SIP/2.0';
const OK = 'SIP/2.0 200 OK';

beforeAll(() => {
  readLeniently();
  // Once more changes nothing.
  readLeniently();
});

describe('A message with one header that the grammar of SIP.js refuses is read, and stays as it was written', () => {
  test.each([
    ['From', '"Bob" <tel:+15550100;phone-context=example.com>;tag=1'],
    ['From', 'Smith, John <sip:1002@peer.test>;tag=1'],
    ['To', '<sip:1001@peer.test.>;tag=2'],
    ['Via', 'SIP/2.0/WS proxy_1:8080;branch=z9hG4bKk;rport, SIP/2.0/UDP [::1];branch=b'],
    ['WWW-Authenticate', 'Digest realm=peer.test, nonce=n1, qop=auth'],
    ['WWW-Authenticate', 'Bearer realm="peer.test"'],
    ['Content-Type', 'application/sdp;'],
    ['Call-ID', 'a@b@c'],
  ])('%s: %s', (name, value) => {
    const message = read(REQUEST, { [name]: value });
    expect([message?.getHeader(name), message?.from.getParam('tag')]).toEqual([value, '1']);
  });

  test('its addresses can be written again', () => {
    const message = read(OK, {
      From: 'B <tel:+15550100;phone-context=example.com>;tag=1',
      Contact: '<sip:#897%25@019f9ae299f5:5060;lr?a=b>',
    });
    const contact: unknown = message?.parseHeader('contact');
    expect([
      String(message?.from.uri.clone()),
      message?.from.uri.user,
      contact instanceof NameAddrHeader && String(contact.uri.clone()),
    ]).toEqual(['tel:+15550100;phone-context=example.com', '+15550100', 'sip:%23897%25@019f9ae299f5:5060;lr?A=b']);
  });

  test('of several Contacts those that can be read are there, and of a way each step', () => {
    const message = read(OK, {
      Contact: '<sip:a@b.invalid>;expires=300, <tel:1>, <sip:PBX#1@192.0.2.9>;expires=2519533, nobody',
      'Record-Route': '<sip:10.0.0.1;r2=on;lr=on>, <sip:proxy_1:8080;lr=on>',
    });
    expect([message?.getHeaders('contact'), message?.getHeaders('record-route')]).toEqual([
      ['<sip:a@b.invalid>;expires=300', '<sip:PBX#1@192.0.2.9>;expires=2519533'],
      ['<sip:10.0.0.1;r2=on;lr=on>', '<sip:proxy_1:8080;lr=on>'],
    ]);
  });

  test('what names nobody is not read', () => {
    expect([
      read(REQUEST, { To: '"Mr. J. User <sip:watson@example.org>' }),
      read(REQUEST, { 'Record-Route': '<sip:a.test;lr>, <nowhere>' }),
      Grammar.URIParse('tel:1'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

test('Twinkle joins Replaces and Require by ";": they stay two, although a lenient reader would take them for one', () => {
  const sent = 'Refer-To: <sip:1003@peer.test?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2;Require=replaces>';
  expect(withReadableReferTo(`REFER sip:1001@peer.test SIP/2.0\r\n${sent}\r\n\r\n`)).toBe(
    `REFER sip:1001@peer.test SIP/2.0\r\n${sent.replace(';Require', '&Require')}\r\n\r\n`,
  );
});
