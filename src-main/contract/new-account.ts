import type { AccountSettings } from './account-settings';

/** What a new account begins with; what a 7960 speaks comes first. */
export const newAccount = (id: string): AccountSettings => ({
  id,
  displayName: '',
  number: '',
  authenticationUser: '',
  domain: '',
  server: '',
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
});
