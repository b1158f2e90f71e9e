import { Grammar } from 'sip.js';
import { expect, test } from 'vitest';
import { redirectTargets, withCallableContacts } from '../../../src-main/sip/redirect';

test.each<[string, number, readonly string[], readonly string[]]>([
  ['one', 302, ['<sip:1003@peer.test>'], ['sip:1003@peer.test']],
  ['for good', 301, ['sip:1003@peer.test;expires=60'], ['sip:1003@peer.test']],
  [
    'a choice, by q',
    300,
    ['<sip:a@x>;q=0.3, "B, b" <sip:b@x;transport=ws>;q=0.9'],
    ['sip:b@x;transport=ws', 'sip:a@x'],
  ],
  [
    'several headers; no q is the most',
    302,
    ['<sip:a@x>;q=0.7', '<sips:b@x>', '<sip:c@x>;q=1.0'],
    ['sips:b@x', 'sip:c@x', 'sip:a@x'],
  ],
  ['an unknown one is as 300', 399, ['<sip:a@x>'], ['sip:a@x']],
  ['what is not SIP', 302, ['<tel:+4930>, <sip:a@x>', '<http://x/?a,b>', '*', '<sip:a b@x>', 'nonsense'], ['sip:a@x']],
  ['a proxy', 305, ['<sip:proxy.elsewhere.test>'], []],
  ['an alternative service', 380, ['<sip:a@x>'], []],
  ['nobody', 302, [], []],
  ['no redirect', 486, ['<sip:a@x>'], []],
  ['a q that is none', 302, ['<sip:a@x>;q=7', '<sip:b@x>;q=0.5'], ['sip:a@x', 'sip:b@x']],
])('whom a 3xx names: %s', (_name, status, contacts, targets) => {
  expect(redirectTargets(status, contacts)).toEqual(targets);
});

const message = (status: number, ...contacts: readonly string[]): string =>
  [`SIP/2.0 ${status} Moved`, 'Via: SIP/2.0/WS a.invalid', ...contacts, 'Content-Length: 2', '', 'hi'].join('\r\n');

test.each<[string, string, string]>([
  [
    'a telephone beside a SIP address',
    message(302, 'm: <tel:+4930>,\r\n <sip:a@x>;q=0.5'),
    message(302, 'Contact: <sip:a@x>;q=0.5'),
  ],
  ['nothing but a web page', message(302, 'Contact: <http://x/y>'), message(302)],
  [
    'an address that only looks like one',
    message(302, 'CONTACT : <sip:%%@x>, <sip:a@x>'),
    message(302, 'Contact: <sip:a@x>'),
  ],
  ['a registration’s answer', message(200, 'Contact: <http://x/y>'), message(200, 'Contact: <http://x/y>')],
  ['half a message', 'SIP/2.0 302 Moved\r\nContact: <tel:1>', 'SIP/2.0 302 Moved\r\nContact: <tel:1>'],
])('a 3xx that the parser would drop is read: %s', (_name, text, readable) => {
  expect(withCallableContacts(text, Grammar.URIParse)).toBe(readable);
});
