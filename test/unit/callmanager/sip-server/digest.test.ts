import { expect, test } from 'vitest';
import { isSameSecret } from '../../../../src-main/base/same-secret';
import { digestResponse, parseCredentials } from '../../../../src-main/callmanager/sip-server/digest';

// RFC 2617 section 3.5.
const EXAMPLE =
  'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", ' +
  'qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41"';

test('the example of the RFC', () => {
  const credentials = parseCredentials(EXAMPLE);
  expect(credentials).toEqual({
    username: 'Mufasa',
    realm: 'testrealm@host.com',
    nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    uri: '/dir/index.html',
    nonceCount: '00000001',
    clientNonce: '0a4f113b',
    response: '6629fae49393a05397450978507c4ef1',
  });
  expect(credentials && digestResponse(credentials, 'GET', 'Circle Of Life')).toBe(credentials?.response);
});

test.each([
  ['another scheme', EXAMPLE.replace('Digest', 'Basic')],
  ['another algorithm', `${EXAMPLE}, algorithm=SHA-256`],
  ['no quality of protection', EXAMPLE.replace('qop=auth, ', '')],
  ['the body protected too', EXAMPLE.replace('qop=auth', 'qop=auth-int')],
  ['a count of the wrong length', EXAMPLE.replace('nc=00000001', 'nc=1')],
  ['no nonce of the client', EXAMPLE.replace('cnonce="0a4f113b", ', '')],
  ['nobody', EXAMPLE.replace('username="Mufasa", ', '')],
  ['nothing', ''],
])('%s is not what was asked for', (_, header) => {
  expect(parseCredentials(header)).toBeUndefined();
});

test('a quoted name may hold quotes', () => {
  expect(parseCredentials(EXAMPLE.replace('Mufasa', 'Mu\\"fa, s=\\\\a'))?.username).toBe('Mu"fa, s=\\a');
});

test('secrets are compared whole', () => {
  expect([isSameSecret('abc', 'abc'), isSameSecret('abc', 'abd'), isSameSecret('abc', 'ab')]).toEqual([
    true,
    false,
    false,
  ]);
});
