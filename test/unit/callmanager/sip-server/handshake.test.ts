import { expect, test } from 'vitest';
import { OWN_ORIGIN, refusalOf } from '../../../../src-main/callmanager/sip-server/handshake';

const ORIGIN = { status: 403, reason: 'Wrong origin' };
const HOST = { status: 403, reason: 'Wrong host' };

test.each([
  ['our line page', { origin: OWN_ORIGIN }, null],
  ['a program', {}, null],
  ['a front that speaks TLS for us', { host: 'localhost:8443' }, null],
  ['IPv6', { host: '[::1]:5066' }, null],
  ['a web page', { origin: 'https://evil.example' }, ORIGIN],
  ['a page of this machine', { origin: 'http://127.0.0.1:8080' }, ORIGIN],
  ['a page of another kind of ours', { origin: 'app://face' }, ORIGIN],
  ['a page in a sandbox', { origin: 'null' }, ORIGIN],
  ['a browser whose Origin is gone', { 'user-agent': 'Mozilla/5.0' }, ORIGIN],
  ['another one', { 'sec-fetch-mode': 'websocket' }, ORIGIN],
  ['a name that leads here', { host: 'evil.example:5066' }, HOST],
  ['a name that begins like ours', { host: '127.0.0.1.evil.example' }, HOST],
  ['no host', { host: undefined }, HOST],
  ['another protocol', { 'sec-websocket-protocol': 'chat' }, { status: 400, reason: 'SIP only' }],
])('%s', (_name, headers, refusal) => {
  const usual = { host: '127.0.0.1:5066', 'sec-websocket-protocol': 'sip' };
  expect(refusalOf({ ...usual, ...headers }, [OWN_ORIGIN])).toEqual(refusal);
});
