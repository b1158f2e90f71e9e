import { expect, test } from 'vitest';
import { newAccount } from '../../../../../src-main/contract/new-account';
import { accountFromFile } from '../../../../../src-main/pbx/account/file/account-from-file';
import { ALICE, fingerprint } from '../../../../support/account-examples';

test('a file with little in it: a new account, in the domain of its server', () => {
  expect(accountFromFile({ number: '1001', ws: ' wss://pbx.example.org:8089/ws' }, [], 'new')).toEqual({
    settings: {
      ...newAccount('new'),
      number: '1001',
      domain: 'pbx.example.org',
      server: 'wss://pbx.example.org:8089/ws',
    },
    password: null,
  });
});

test('the same number and domain again: the account that is there, and what the user has set stays', () => {
  const kept = { ...ALICE, expires: 60, certificate: fingerprint('AB') };
  const file = { number: '1001', domain: 'EXAMPLE.org', displayName: 'Alice B.', password: 'newer' };
  const changed = { ...kept, domain: 'EXAMPLE.org', displayName: 'Alice B.' };
  expect(accountFromFile({ ...file, ws: kept.server }, [kept], 'new')).toEqual({
    settings: changed,
    password: 'newer',
  });
  expect(accountFromFile({ ...file, ws: 'wss://other.example.org' }, [kept], 'new').settings).toEqual({
    ...changed,
    server: 'wss://other.example.org',
    certificate: null,
  });
});
