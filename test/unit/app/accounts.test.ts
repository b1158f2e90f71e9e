import { expect, test } from 'vitest';
import { Accounts } from '../../../src-main/app/accounts';
import type { AccountForm } from '../../../src-main/contract/account-form';
import { ALICE, fingerprint } from '../../support/account-examples';
import { MemoryAccounts } from '../../support/memory-accounts';

const FORM: AccountForm = { ...ALICE, iceServers: [], codecs: [...ALICE.codecs] };
const TURN = { iceServers: [{ url: 'turn:turn.example.org', username: 'alice' }] };
const secrets = (password: string | null, turn: string | null = null) => ({ password, turn });

test('a new account: its settings in the table, its secrets in the keyring, and its line is told', () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  const saved = accounts.save({ ...FORM, ...TURN }, secrets('secret', 'turn-secret'));
  const settings = { ...ALICE, ...TURN };
  expect(saved).toEqual({
    ok: true,
    value: { system: null, keyring: true, accounts: [{ settings, hasPassword: true, hasTurn: true }] },
  });
  expect(JSON.stringify([...memory.rows, saved])).not.toMatch(/secret"/);
  expect([...memory.kept]).toEqual([
    ['account/alice/password', 'secret'],
    ['account/alice/turn', 'turn-secret'],
  ]);
  expect(memory.told).toEqual(['saved alice 1001']);
  expect(accounts.list()[0]?.account).toMatchObject({
    password: 'secret',
    iceServers: [{ credential: 'turn-secret' }],
  });
});

test('changed: the password stays unless a new one is given, and a TURN password goes with its servers', () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  accounts.save({ ...FORM, ...TURN }, secrets('secret', 'turn-secret'));
  accounts.save({ ...FORM, displayName: 'Alice B.' }, secrets(null));
  expect([...memory.kept]).toEqual([['account/alice/password', 'secret']]);
  accounts.save(FORM, secrets('newer'));
  expect(accounts.list().map(({ account }) => account.password)).toEqual(['newer']);
});

test('with something wrong in it nothing is kept, and nobody is told', () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  expect(accounts.save({ ...FORM, number: '' }, secrets('secret')).ok).toBe(false);
  expect(accounts.test('one', { ...FORM, server: 'ws://pbx.example.org' }, secrets('secret')).ok).toBe(false);
  expect([memory.rows.size, memory.kept.size, memory.told, memory.lastRun]).toEqual([0, 0, [], '']);
});

test('removed: its secrets go with it', () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  accounts.save(FORM, secrets('secret'));
  expect(accounts.remove('alice').accounts).toEqual([]);
  expect([memory.rows.size, memory.kept.size, memory.told]).toEqual([0, 0, ['saved alice 1001', 'removed alice']]);
});

test('in a run that has lost the passwords, the accounts are there and say so', () => {
  const memory = new MemoryAccounts();
  memory.rows.set('alice', ALICE);
  const accounts = new Accounts(memory);
  expect(accounts.book().accounts).toEqual([{ settings: ALICE, hasPassword: false, hasTurn: false }]);
  expect(accounts.list()[0]?.account.password).toBe('');
});

test('a test goes with what is typed, and with what is kept where nothing is', () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  accounts.save(FORM, secrets('secret'));
  accounts.test('one', FORM, secrets(null));
  expect([memory.lastRun, memory.lastTested?.password]).toEqual(['one', 'secret']);
  accounts.test('two', FORM, secrets('typed'));
  expect([memory.lastRun, memory.lastTested?.password, memory.kept.get('account/alice/password')]).toEqual([
    'two',
    'typed',
    'secret',
  ]);
});

test('what is trusted: the certificates of all accounts, and of the tested one as long as its test runs', async () => {
  const memory = new MemoryAccounts();
  const accounts = new Accounts(memory);
  accounts.save({ ...FORM, certificate: fingerprint('AB') }, secrets('secret'));
  accounts.save({ ...FORM, id: 'bob', number: '1002' }, secrets('secret'));
  expect(accounts.pins()).toEqual(new Map([['pbx.example.org:443', new Set([fingerprint('AB')])]]));
  accounts.test('one', { ...FORM, id: 'carol', number: '1003', certificate: fingerprint('CD') }, secrets('secret'));
  expect(accounts.pins().get('pbx.example.org:443')).toEqual(new Set([fingerprint('AB'), fingerprint('CD')]));
  accounts.endTest();
  await expect.poll(() => accounts.pins().get('pbx.example.org:443')).toEqual(new Set([fingerprint('AB')]));
});
