import { expect, test } from 'vitest';
import {
  judgeCertificate,
  type ShownCertificate,
} from '../../../../../src-main/pbx/connection-test/words/certificate-words';
import { fingerprint } from '../../../../support/account-examples';

const GOOD: ShownCertificate = {
  facts: {
    fingerprint: fingerprint('AB'),
    subject: 'CN=pbx.example.org',
    issuer: 'CN=An Authority',
    validFrom: 'the first day',
    validTo: 'the last day',
  },
  names: 'DNS:pbx.example.org',
  fitsHost: true,
  validFrom: 1000,
  validTo: 2000,
  chainError: null,
};

const judge = (change: Partial<ShownCertificate>, pin: string | null = null, now = 1500) =>
  judgeCertificate({ ...GOOD, ...change }, 'pbx.example.org', pin, now);

test('a certificate that an authority vouches for', () => {
  expect(judge({})).toEqual({
    kind: 'vouched',
    words: 'The certificate is vouched for by CN=An Authority, until the last day.',
  });
});

test('the one that the user trusts is taken whatever else is wrong with it, and no other, however good', () => {
  const worst = { chainError: 'CERT_HAS_EXPIRED', fitsHost: false };
  expect(judge(worst, fingerprint('AB'), 3000).kind).toBe('trusted');
  expect(judge({}, fingerprint('CD'))).toEqual({ kind: 'changed', words: expect.stringMatching(/^This is NOT the/) });
});

test('each fault has its words, and none is said twice', () => {
  const selfSigned = { facts: { ...GOOD.facts, issuer: GOOD.facts.subject } };
  const words = [
    judge({}, null, 2001),
    judge({ chainError: 'CERT_HAS_EXPIRED' }, null, 2001),
    judge({ chainError: 'net::ERR_CERT_DATE_INVALID' }, null, 999),
    judge({ fitsHost: false, chainError: 'net::ERR_CERT_COMMON_NAME_INVALID' }),
    judge({ fitsHost: false, names: '' }),
    judge({ ...selfSigned, chainError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    judge({ ...selfSigned, chainError: 'net::ERR_CERT_AUTHORITY_INVALID' }),
    judge({ chainError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    judge({ chainError: 'net::ERR_CERT_REVOKED' }),
    judge({ chainError: 'net::ERR_CERT_WEAK_KEY' }),
    judge({ ...selfSigned, chainError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, null, 2001),
  ].map((verdict) => [verdict.kind, verdict.words]);
  const expired =
    "The certificate expired on the last day. The administrator has to renew it. Is this computer's clock right?";
  const own = 'No authority vouches for the certificate: the server has signed it itself.';
  expect(words).toEqual([
    ['doubtful', expired],
    ['doubtful', expired],
    ['doubtful', "The certificate is not valid before the first day. Is this computer's clock right?"],
    ['doubtful', 'The certificate is not for pbx.example.org, but for DNS:pbx.example.org. Use a name that it is for.'],
    ['doubtful', 'The certificate is not for pbx.example.org, but for no name at all. Use a name that it is for.'],
    ['doubtful', own],
    ['doubtful', own],
    ['doubtful', 'This computer does not know who vouches for the certificate: CN=An Authority.'],
    ['doubtful', 'The authority that vouched for the certificate has taken that back.'],
    ['doubtful', 'The certificate is not to be relied on (net::ERR_CERT_WEAK_KEY).'],
    ['doubtful', `${expired} ${own}`],
  ]);
});
