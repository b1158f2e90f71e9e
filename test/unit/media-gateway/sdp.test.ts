import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failure, success } from '../../../src-main/base/result';
import { hasVoice, PayloadMap } from '../../../src-main/media-gateway/payload-map';
import { readCrypto, writeCrypto } from '../../../src-main/media-gateway/sdp/crypto-attribute';
import { keyingOf, OwnKeys } from '../../../src-main/media-gateway/sdp/keying';
import { readSdp } from '../../../src-main/media-gateway/sdp/read-sdp';
import {
  directionOf,
  type Format,
  type MediaDescription,
} from '../../../src-main/media-gateway/sdp/session-description';
import { writeForNetwork } from '../../../src-main/media-gateway/sdp/write-sdp';
import { networkSdp } from '../../support/media/media-sdp';

function only(sdp: string): MediaDescription {
  const [media] = readSdp(sdp);
  if (!media) throw new Error('no media');
  return media;
}

const format = (payloadType: number, codec: string, parameters: string | null = null): Format => ({
  payloadType,
  codec,
  parameters,
});

test("a desk phone's offer", () => {
  const sdp = networkSdp(
    'm=audio 16400 RTP/SAVP 0 9 111 101 77',
    'c=IN IP4 192.0.2.7/127',
    'a=rtpmap:111 OPUS/48000/2',
    'a=fmtp:111 useinbandfec=1',
    'a=rtpmap:101 Telephone-Event/8000',
    'a=fmtp:101 0-16',
    'a=rtcp:16402 IN IP4 192.0.2.8',
    'a=ptime:30',
    'a=sendonly',
    'm=video 0 RTP/AVP 31',
  );
  expect(readSdp(sdp).map(({ kind, port }) => [kind, port])).toEqual([
    ['audio', 16_400],
    ['video', 0],
  ]);
  expect(only(sdp)).toMatchObject({
    protocol: 'RTP/SAVP',
    address: '192.0.2.7',
    direction: 'sendonly',
    rtcp: { port: 16_402, address: '192.0.2.8' },
    packetTime: 30,
    formats: [
      format(0, 'PCMU/8000'),
      format(9, 'G722/8000'),
      format(111, 'opus/48000/2', 'useinbandfec=1'),
      format(101, 'telephone-event/8000', '0-16'),
      format(77, ''),
    ],
  });
});

test.each([
  ['sendonly', 'a=sendonly', 'sendonly'],
  ['inactive', 'a=inactive', 'inactive'],
  ['an address of nothing, as RFC 2543 has it', 'c=IN IP4 0.0.0.0', 'sendonly'],
  ['an IPv6 address of nothing', 'c=IN IP6 ::', 'sendonly'],
] as const)('hold as %s', (_form, line, direction) => {
  expect(directionOf(only(networkSdp('m=audio 4000 RTP/AVP 0', line)))).toBe(direction);
});

test('whatever is no SDP is read as what can be read of it', () => {
  fc.assert(fc.property(fc.string(), (text) => void readSdp(text)));
  fc.assert(fc.property(fc.string(), (text) => void readSdp(`m=audio ${text}\r\na=rtpmap:${text}\r\nc=${text}`)));
  expect(readSdp('m=audio\r\n'.repeat(100_000))).toHaveLength(16);
});

const KEY_30 = Buffer.alloc(30, 5).toString('base64');

test.each([
  ['a lifetime is longer than any call', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY_30}|2^20`, true],
  ['a window size hint asks for nothing', `1 AES_CM_128_HMAC_SHA1_32 inline:${KEY_30} WSH=64`, true],
  ['small letters', `1 aes_cm_128_hmac_sha1_80 inline:${KEY_30}`, true],
  ['a master key identifier', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY_30}|2^20|1:4`, false],
  ['a demand that we do not know', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY_30} UNENCRYPTED_SRTP`, false],
  ['a key of the wrong length', `1 AES_256_CM_HMAC_SHA1_80 inline:${KEY_30}`, false],
  ['a suite of others', `1 F8_128_HMAC_SHA1_80 inline:${KEY_30}`, false],
])('RFC 4568: %s', (_what, value, taken) => {
  expect(readCrypto(value) !== null).toBe(taken);
});

test('RFC 4568: a key is written as it was read', () => {
  const value = `7 AES_CM_128_HMAC_SHA1_80 inline:${KEY_30}`;
  const crypto = readCrypto(value);
  expect(crypto && writeCrypto(crypto)).toBe(value);
});

const keys = new OwnKeys((length) => Buffer.alloc(length, 9));
const secure = only(networkSdp('m=audio 4000 RTP/SAVP 0', `a=crypto:3 AES_CM_128_HMAC_SHA1_80 inline:${KEY_30}`));
const bestEffort = { ...secure, protocol: 'RTP/AVP' };
const plain = { ...bestEffort, cryptos: [] };
const strange = { ...secure, cryptos: ['1 F8_128_HMAC_SHA1_80 inline:AAAA'] };
const keyed = success({
  tag: 3,
  suite: 'AES_CM_128_HMAC_SHA1_80',
  theirs: Buffer.alloc(30, 5),
  ours: Buffer.alloc(30, 9),
});

test('off, optional and required: what comes of a plain, a secure, a best-effort and a strange description', () => {
  const outcomes = (['off', 'optional', 'required'] as const).map((policy) =>
    [plain, secure, bestEffort, strange].map((media) => keyingOf(media, policy, keys)),
  );
  expect(outcomes).toEqual([
    [success(null), failure('srtpNotWanted'), success(null), failure('srtpNotWanted')],
    [success(null), keyed, keyed, failure('noCommonSrtp')],
    [failure('srtpRequired'), keyed, keyed, failure('noCommonSrtp')],
  ]);
});

test('every suite is offered, each with one key for the whole call', () => {
  const offered = keys.offered();
  expect(offered.map(({ tag, suite, key }) => [tag, suite, key.length])).toEqual([
    [1, 'AEAD_AES_256_GCM', 44],
    [2, 'AEAD_AES_128_GCM', 28],
    [3, 'AES_256_CM_HMAC_SHA1_80', 46],
    [4, 'AES_CM_128_HMAC_SHA1_80', 30],
    [5, 'AES_256_CM_HMAC_SHA1_32', 46],
    [6, 'AES_CM_128_HMAC_SHA1_32', 30],
  ]);
  expect(keys.offered()[0]?.key).toBe(offered[0]?.key);
});

test('IPv6 is written as such', () => {
  const sdp = writeForNetwork({
    address: '2001:db8::1',
    port: 4_000,
    rtcpPort: 4_001,
    protocol: 'RTP/AVP',
    cryptos: [],
    direction: 'sendrecv',
    formats: [format(0, 'PCMU/8000')],
    packetTime: 20,
    session: '1',
    version: 1,
    answered: null,
  });
  expect(sdp).toContain('\r\nc=IN IP6 2001:db8::1\r\n');
  expect(only(sdp)).toMatchObject({ address: '2001:db8::1', rtcp: { port: 4_001, address: null } });
});

const PAGE = [
  format(111, 'opus/48000/2'),
  format(63, 'red/48000/2'),
  format(9, 'G722/8000'),
  format(0, 'PCMU/8000'),
  format(13, 'CN/8000'),
  format(110, 'telephone-event/48000'),
  format(126, 'telephone-event/8000'),
];

const numbers = (formats: readonly Format[]): readonly number[] => formats.map(({ payloadType }) => payloadType);

test('what only browsers speak stays at home; the rest keeps its numbers', () => {
  expect(numbers(new PayloadMap().offered(PAGE))).toEqual([111, 9, 0, 13, 110, 126]);
  expect(numbers(new PayloadMap().offered(PAGE.slice(2)))).toEqual([9, 0, 13, 126]);
});

test('an answer under other numbers comes to the page under its own, and so do packets', () => {
  const map = new PayloadMap();
  map.offered(PAGE);
  const described = map.described([
    format(0, 'PCMU/8000'),
    format(101, 'telephone-event/8000', '0-16'),
    format(18, 'g729/8000'),
  ]);
  expect(described).toEqual([format(0, 'PCMU/8000'), format(126, 'telephone-event/8000', '0-16')]);
  expect([map.toNetwork(0), map.toPage(101)]).toEqual([undefined, undefined]);
  map.agree();
  expect([map.toNetwork(0), map.toNetwork(126), map.toNetwork(9)]).toEqual([0, 101, undefined]);
  // An answerer may send by its own numbers or by ours.
  expect([map.toPage(101), map.toPage(126), map.toPage(18)]).toEqual([126, 126, undefined]);
});

test('the network offers, and offers again under other numbers: the page hears of the first ones', () => {
  const map = new PayloadMap();
  expect(numbers(map.described([format(101, 'opus/48000/2'), format(96, 'telephone-event/8000')]))).toEqual([101, 96]);
  map.agree();
  const again = map.described([
    format(96, 'opus/48000/2'),
    format(8, 'PCMA/8000'),
    format(101, 'telephone-event/8000'),
  ]);
  expect(numbers(again)).toEqual([101, 8, 96]);
  expect(numbers(map.answered(again.slice(0, 2)))).toEqual([96, 8]);
  map.agree();
  expect([map.toNetwork(101), map.toPage(96), map.codecOf(96)]).toEqual([96, 101, 'telephone-event/8000']);
});

test('digits and comfort noise alone are no voice', () => {
  expect([hasVoice([format(101, 'telephone-event/8000'), format(13, 'CN/8000')]), hasVoice(PAGE)]).toEqual([
    false,
    true,
  ]);
});
