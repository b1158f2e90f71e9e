import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesOf } from '../../../../src-main/app/diagnostics/diagnostics';
import { redact } from '../../../../src-main/app/diagnostics/redact';
import { Refusals } from '../../../../src-main/app/diagnostics/refusals';
import { zip } from '../../../../src-main/app/diagnostics/zip';
import { DEFAULT_PREFERENCES } from '../../../../src-main/contract/preferences';
import { DEFAULT_PARAMETERS } from '../../../../src-main/contract/service-parameters';
import { desk, waits } from '../desktop/desk';

const SECRETS = ['hunter2hunter2', 'p@ss "word"/+&', 'turn-credential-1'];
/** As no log of ours has it, and one of a fault in it might. */
const LOG = [
  'REGISTER sip:company.test SIP/2.0 | Authorization: Digest username="1001", realm="r", nonce="abc", response="0a1b2c" | Expires: 300',
  'Proxy-Authorization: Digest response="ffeedd"',
  'WWW-Authenticate: Digest realm="r", nonce="n0nce"',
  'authorizationHa1: "deadbeefdeadbeef"',
  '{"password":"hunter2hunter2","ha1":"deadbeefdeadbeef","credential":"turn-credential-1"}',
  'sip:1001:hunter2hunter2@company.test and turn:user:turn-credential-1@turn.test',
  `Basic ${Buffer.from('p@ss "word"/+&').toString('base64')} or ${encodeURIComponent('p@ss "word"/+&')}`,
  'secret = unknownsecret; token: xyzzyxyzzy',
  'a=ice-pwd:asd88fgpdd777uzjYhagZg | a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4',
  'line 1001 onHook',
].join('\n');
const NEVER =
  /hunter2|p@ss|word"\/|turn-credential|0a1b2c|ffeedd|n0nce|"abc"|deadbeef|unknownsecret|xyzzy|asd88fgpdd|WVNfX19z|cEBzcyAi/;

test('no password, answer to a challenge, hash or credential is left; what helps is', () => {
  const clean = redact(LOG, SECRETS);
  expect(LOG).toMatch(NEVER);
  expect(clean).not.toMatch(NEVER);
  expect(clean).toContain('REGISTER sip:company.test SIP/2.0 | Authorization: [redacted]| Expires: 300');
  expect(clean).toContain('line 1001 onHook');
});

test('no file of the export has a secret in it, wherever it came from', () => {
  const refusals = new Refusals(() => 0);
  refusals.onLineEvent({ kind: 'registration', line: '1001', state: 'unregistered', status: 403 });
  refusals.onLineEvent({ kind: 'ended', line: '1001', call: 'c', by: 'far', status: 486 });
  refusals.onLineEvent({ kind: 'ended', line: '1001', call: 'c', by: 'near', status: null });
  const files = filesOf(
    {
      versions: { app: '1.0.0' },
      system: 'accounts',
      preferences: DEFAULT_PREFERENCES,
      parameters: DEFAULT_PARAMETERS,
      // A fault elsewhere: the settings of an account have no such field.
      accounts: [{ id: 'a', number: '1001', password: 'hunter2hunter2', credential: 'turn-credential-1' } as never],
      devices: { microphones: [{ id: 'x', label: 'Headset' }], outputs: [] },
      desk: desk({ callBacks: [waits('1001', '1002')] }),
      refusals: refusals.last,
      log: LOG,
      earlierLog: LOG,
    },
    SECRETS,
  );
  expect(files.map(({ name }) => name)).toEqual([
    'versions.json',
    'phones.json',
    'settings.json',
    'sound-devices.json',
    'callback-phone.log',
    'callback-phone.previous.log',
  ]);
  for (const { text } of files) expect(text).not.toMatch(NEVER);
  for (const { name, text } of files) if (name.endsWith('.json')) JSON.parse(text);
  expect(JSON.parse(files[1]?.text ?? '')).toMatchObject({
    callBacks: [{ calling: '1001', called: '1002' }],
    refusals: [
      { at: '1970-01-01T00:00:00.000Z', line: '1001', of: 'registration', status: 403 },
      { of: 'call', status: 486 },
    ],
  });
});

test('the archive is one, and its texts come out as they went in', () => {
  const archive = Buffer.from(
    zip(
      [
        { name: 'a.txt', text: 'ä'.repeat(1000) },
        { name: 'b/ü.json', text: '{}' },
      ],
      new Date(2026, 10, 25, 21, 30, 10),
    ),
  );
  const [packed, nameLength] = [archive.readUInt32LE(18), archive.readUInt16LE(26)];
  const content = inflateRawSync(archive.subarray(30 + nameLength, 30 + nameLength + packed)).toString();
  const end = archive.subarray(-22);
  const directory = archive.subarray(end.readUInt32LE(16), -22);
  expect([
    archive.subarray(30, 35).toString(),
    content,
    end.readUInt32LE(0),
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    directory.readUInt32LE(0),
  ]).toEqual(['a.txt', 'ä'.repeat(1000), 0x06054b50, 2, directory.length, 0x02014b50]);
  // PNG and ZIP have the same check: that of an empty text is 0, that of "123456789" is in every table.
  expect(Buffer.from(zip([{ name: 'x', text: '123456789' }], new Date(0))).readUInt32LE(14)).toBe(0xcbf43926);
});
