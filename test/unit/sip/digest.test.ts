import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { authorization } from '../../../src-main/sip/digest/authorization';
import { type Challenge, chooseChallenge } from '../../../src-main/sip/digest/challenge';
import { nodeDigestHash } from '../../../src-main/sip-transport/node-digest-hash';

const NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
const OPAQUE = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';
const challenge = (algorithm: string): string =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${NONCE}", opaque="${OPAQUE}"`;

const known: Challenge = {
  realm: 'http-auth@example.org',
  nonce: NONCE,
  opaque: OPAQUE,
  algorithm: 'SHA-256',
  session: false,
  qop: 'auth',
  stale: false,
};

const answer = (chosen: Challenge): string =>
  authorization(
    chosen,
    { user: 'Mufasa', password: 'Circle of Life' },
    { method: 'GET', uri: '/dir/index.html' },
    { value: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ', count: 1 },
    nodeDigestHash,
  );

test('RFC 8760: the topmost challenge that we know is taken', () => {
  const headers = [challenge('SHA-512-256'), challenge('SHA-256'), challenge('MD5')];
  expect(chooseChallenge(headers)).toEqual(known);
  expect(chooseChallenge([`Basic realm="x", ${challenge('MD5')}`])?.algorithm).toBe('MD5');
  expect(
    chooseChallenge(['Basic realm="x"', 'Digest realm="x"', 'Digest realm="x", nonce="y", qop="auth-int"']),
  ).toBeNull();
});

test('RFC 7616, 3.9.1: the responses of its examples', () => {
  expect(
    [known, { ...known, algorithm: 'MD5' as const }].map((one) => /response="(\w+)"/.exec(answer(one))?.[1]),
  ).toEqual(['753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1', '8ca523f5e9506fed4657c9700eebdbec']);
});

test('a server of before RFC 2617 gets neither qop nor count, quotes are quoted, and -sess mixes the nonces in', () => {
  const old = chooseChallenge(['Digest realm="a \\"b\\"", nonce="n"']);
  expect(old).toEqual({
    realm: 'a "b"',
    nonce: 'n',
    opaque: null,
    algorithm: 'MD5',
    session: false,
    qop: null,
    stale: false,
  });
  expect(old && answer(old)).toMatch(
    /^Digest username="Mufasa", realm="a \\"b\\"", nonce="n", uri="\/dir\/index.html", response="[0-9a-f]{32}", algorithm=MD5$/,
  );
  const session = chooseChallenge(['Digest realm="r",nonce="n",algorithm=MD5-sess,qop="auth",stale=TRUE']);
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const nonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
  const key = md5(`${md5('Mufasa:r:Circle of Life')}:n:${nonce}`);
  expect(session && answer(session)).toContain(
    `response="${md5(`${key}:n:00000001:${nonce}:auth:${md5('GET:/dir/index.html')}`)}", algorithm=MD5-sess`,
  );
});
