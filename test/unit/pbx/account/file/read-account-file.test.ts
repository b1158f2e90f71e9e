import { expect, test } from 'vitest';
import { readAccountFile } from '../../../../../src-main/pbx/account/file/read-account-file';

const WHOLE = {
  displayName: 'Alice',
  number: '1001',
  authenticationUser: 'alice',
  password: 'a-secret',
  domain: 'example.org',
};
const read = (text: string) => readAccountFile(Buffer.from(text));
const ws = 'wss://pbx.example.org/ws';

test.each([
  [
    { ...WHOLE, server: { ws } },
    { ...WHOLE, ws },
  ],
  [{ number: ' 1001 ' }, { number: '1001' }],
])('%j is an account', (file, value) => {
  expect(read(JSON.stringify(file))).toEqual({ ok: true, value });
});

const KNOWN = 'displayName, number, authenticationUser, password, domain, server';
const WEBSOCKET_ONLY =
  'this version reaches a phone system by WebSocket only: write "server": {"ws": "wss://example.org/ws"}';

test.each([
  ['', 'it is no JSON: mend it, or write it anew'],
  ['\uFEFF{"number": "1001"}', 'it begins with a byte order mark: save it as UTF-8 without one (BOM)'],
  ['[]', '"number" is missing: write it'],
  ['null', 'it must be like {"number": "1001", …}'],
  ['{}', '"number" is missing: write it'],
  ['{"number": 1001}', '"number" must be text in quotation marks'],
  ['{"number": " "}', '"number" must not be empty'],
  ['{"number": "1001", "user": "alice"}', `"user" is no key of an account: known are ${KNOWN}`],
  ['{"number": "1001", "password": null}', '"password" must be text in quotation marks'],
  ['{"number": "1001", "server": "pbx"}', '"server" must be like {"ws": "wss://example.org/ws"}'],
  [
    '{"number": "1001", "server": {"url": "pbx"}}',
    '"server.url" is no key of an account: known are ws, host, port, transport, srtp',
  ],
  ['{"number": "1001", "server": {"port": "5060"}}', '"server.port" must be a number without quotation marks'],
  ['{"number": "1001", "server": {"port": 65536}}', '"server.port" must be from 1 to 65535'],
  ['{"number": "1001", "server": {"transport": "UDP"}}', '"server.transport" must be "udp", "tcp" or "tls"'],
  ['{"number": "1001", "server": {"srtp": true}}', '"server.srtp" must be "off", "optional" or "required"'],
  ['{"number": "1001", "server": {"host": "pbx.example.org"}}', WEBSOCKET_ONLY],
  [`{"number": "1001", "server": {"ws": "${ws}", "port": 1}}`, '"server" has "ws" and "port": leave one of them out'],
])('%j is refused: %s', (text, error) => {
  expect(read(text)).toEqual({ ok: false, error });
});

test('a slip beside the password does not put it on the terminal', () => {
  const slip = read('{"number": "1001",\n "password": "a-secret" x}');
  expect(slip).toEqual({ ok: false, error: expect.stringMatching(/^it is no JSON/) });
  expect(JSON.stringify(slip)).not.toContain('secret');
  expect(readAccountFile(Buffer.from('{"number": "\xe9"}', 'latin1'))).toEqual({
    ok: false,
    error: 'it is not written in UTF-8: save it as UTF-8',
  });
});
