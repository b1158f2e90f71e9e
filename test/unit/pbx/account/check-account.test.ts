import { expect, test } from 'vitest';
import type { AccountForm } from '../../../../src-main/contract/account-form';
import { accountOf } from '../../../../src-main/pbx/account/account-of';
import { checkAccount, type KeptAccounts } from '../../../../src-main/pbx/account/check-account';
import { ALICE } from '../../../support/account-examples';

const FORM: AccountForm = { ...ALICE, iceServers: [...ALICE.iceServers], codecs: [...ALICE.codecs] };
const KEPT: KeptAccounts = { hasPassword: true, hasTurn: false, others: [] };
const NOTHING_NEW = { password: null, turn: null };

/** The fields with something wrong in them, in order. */
function faulty(change: Partial<AccountForm>, kept: Partial<KeptAccounts> = {}, secrets = NOTHING_NEW) {
  const checked = checkAccount({ ...FORM, ...change }, secrets, { ...KEPT, ...kept });
  return checked.ok ? [] : checked.error.map(({ field }) => field);
}

test('a good account is kept as it is, without the spaces that were typed by mistake', () => {
  const form = { ...FORM, number: ' 1001 ', domain: 'example.org ', server: ' wss://pbx.example.org/ws' };
  expect(checkAccount(form, NOTHING_NEW, KEPT)).toEqual({ ok: true, value: ALICE });
});

test('an empty form: every field that is needed is named, in the order of the form', () => {
  const empty = { displayName: '', number: '', domain: '', server: '' };
  expect(faulty(empty, { hasPassword: false })).toEqual(['number', 'password', 'domain', 'server']);
});

test('addresses that are none are refused, and those that are one are taken', () => {
  const domains = {
    good: ['example.org', '192.0.2.1', '[2001:db8::1]', 'pbx', 'pbx.local:5080'],
    bad: ['sip:example.org', 'a b', 'example.org/ws', '@example.org', '.org'],
  };
  expect(domains.good.flatMap((domain) => faulty({ domain }))).toEqual([]);
  expect(domains.bad.map((domain) => faulty({ domain }))).toEqual(domains.bad.map(() => ['domain']));
  const servers = {
    good: ['wss://a', 'wss://[::1]:8443/ws?x=1', 'ws://localhost', 'ws://127.0.0.1:8080', 'ws://[::1]/'],
    bad: ['a', 'https://a', 'wss://', 'wss://user:secret@a', 'wss://a/#b'],
  };
  expect(servers.good.flatMap((server) => faulty({ server }))).toEqual([]);
  expect(servers.bad.map((server) => faulty({ server }))).toEqual(servers.bad.map(() => ['server']));
  expect(['sip:1001', '1001@example.org', '10 01', '<1001>'].map((number) => faulty({ number }))).toEqual([
    ['number'],
    ['number'],
    ['number'],
    ['number'],
  ]);
});

test('ws:// to another machine needs the user’s agreement, and an agreement is kept for nothing else', () => {
  expect(faulty({ server: 'ws://pbx.example.org' })).toEqual(['plainAgreed']);
  expect(faulty({ server: 'ws://127.0.0.1.example.org' })).toEqual(['plainAgreed']);
  expect(faulty({ server: 'ws://pbx.example.org', plainAgreed: true })).toEqual([]);
  const checked = checkAccount({ ...FORM, plainAgreed: true }, NOTHING_NEW, KEPT);
  expect(checked).toEqual({ ok: true, value: { ...ALICE, plainAgreed: false } });
});

test('STUN and TURN: addresses that a call could not be placed with, and a TURN server without user or password', () => {
  const server = (url: string, username = '') => ({ iceServers: [{ url, username }] });
  expect(faulty(server('stun:stun.example.org:3478'))).toEqual([]);
  expect(['stun.example.org', 'stun:', 'stun:a?transport=udp', 'http://a'].map((url) => faulty(server(url)))).toEqual(
    Array.from({ length: 4 }, () => ['iceServers.0']),
  );
  expect(faulty(server('turn:turn.example.org'))).toEqual(['iceServers.0', 'turn']);
  const turn = server('turns:turn.example.org:443?transport=tcp', 'alice');
  expect(faulty(turn, { hasTurn: true })).toEqual([]);
  expect(checkAccount({ ...FORM, ...turn }, { password: null, turn: 'secret' }, KEPT).ok).toBe(true);
});

test('times, codecs, and the same number twice', () => {
  expect([29, 30, 86_400, 86_401, 60.5].map((expires) => faulty({ expires }))).toEqual([
    ['expires'],
    [],
    [],
    ['expires'],
    ['expires'],
  ]);
  expect([faulty({ lastResort: 'options', askEvery: 29 }), faulty({ lastResort: 'never', askEvery: 0 })]).toEqual([
    ['askEvery'],
    [],
  ]);
  const dial = { number: '1002', label: '' };
  expect(faulty({ speedDials: [dial, { number: '', label: 'Bob' }, { ...dial, label: 'B'.repeat(33) }] })).toEqual([
    'speedDials.1',
    'speedDials.2',
  ]);
  expect(faulty({ speedDials: [dial, dial, dial, dial, dial, dial, { number: 'sip:1002', label: '' }] })).toEqual([
    'speedDials.5',
    'speedDials.6',
  ]);
  expect([faulty({ codecs: [] }), faulty({ codecs: ['PCMU', 'PCMU'] })]).toEqual([['codecs'], ['codecs']]);
  expect(faulty({}, { others: [{ number: '1001', domain: 'EXAMPLE.org' }] })).toEqual(['number']);
});

test('the line page is told everything, and a STUN server no secret', () => {
  const settings = {
    ...ALICE,
    iceServers: [
      { url: 'stun:a', username: 'left over' },
      { url: 'turn:b', username: 'alice' },
    ],
  };
  expect(accountOf(settings, { password: 'secret', turn: 'turn-secret' })).toEqual({
    number: '1001',
    displayName: 'Alice',
    domain: 'example.org',
    authenticationUser: '1001',
    password: 'secret',
    server: 'wss://pbx.example.org/ws',
    expires: 300,
    iceServers: [
      { urls: ['stun:a'], username: '', credential: '' },
      { urls: ['turn:b'], username: 'alice', credential: 'turn-secret' },
    ],
    codecs: ['PCMU', 'PCMA', 'G722', 'opus'],
    contact: 'invalid',
    digits: 'rfc4733',
    traced: true,
  });
});
