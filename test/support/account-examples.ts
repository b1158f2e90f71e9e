import type { AccountSettings } from '../../src-main/contract/account-settings.ts';

/** An account as a user would have it. */
export const ALICE: AccountSettings = {
  id: 'alice',
  displayName: 'Alice',
  number: '1001',
  authenticationUser: '',
  domain: 'example.org',
  server: 'wss://pbx.example.org/ws',
  plainAgreed: false,
  expires: 300,
  iceServers: [],
  codecs: ['PCMU', 'PCMA', 'G722', 'opus'],
  contact: 'invalid',
  digits: 'rfc4733',
  speedDials: [],
  certificate: null,
  lastResort: 'never',
  askEvery: 30,
};

/** A fingerprint of which every pair is the same. */
export const fingerprint = (pair: string): string => Array.from({ length: 32 }, () => pair).join(':');
