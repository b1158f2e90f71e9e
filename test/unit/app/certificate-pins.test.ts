import { expect, test } from 'vitest';
import { bareHost, fingerprintOf, hostOfPinned, pinnedServer } from '../../../src-main/app/certificate-pins';

test('servers are told apart by host and port, as the address bar has them and as Chromium asks', () => {
  const servers = ['wss://PBX.example.org/ws', 'wss://pbx.example.org:8443', 'wss://[::1]:443/'].map(pinnedServer);
  expect(servers).toEqual(['pbx.example.org:443', 'pbx.example.org:8443', '::1:443']);
  expect(servers.map(hostOfPinned)).toEqual(['pbx.example.org', 'pbx.example.org', '::1']);
  expect(bareHost('[::1]')).toBe('::1');
});

test('Electron’s fingerprint, as people compare it', () => {
  const fingerprint = `sha256/${Buffer.from([0, 1, 0xab, ...Array(29).fill(255)]).toString('base64')}`;
  expect(fingerprintOf({ fingerprint })).toBe(`00:01:AB:${Array(29).fill('FF').join(':')}`);
});
