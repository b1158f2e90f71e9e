import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from '../../../src-main/media-gateway/srtp/seal';
import { sessionKeys } from '../../../src-main/media-gateway/srtp/session-keys';
import { SrtpContext } from '../../../src-main/media-gateway/srtp/srtp-context';
import { keyLength, SUITES, type SuiteName, suiteNamed } from '../../../src-main/media-gateway/srtp/suites';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** RFC 3711, appendix B.3, and RFC 6188, section 7.3. */
const MASTER_128 = hex('E1F97A0D3E018BE0D64FA32C06DE4139 0EC675AD498AFEEBB6960B3AABE6');
const MASTER_256 = hex(
  'f0f04914b513f2763a1b1fa130f10e29 98f6f6e43e4309d1e622a0e332b9f1b6 3b04803de51ee7c96423ab5b78d2',
);

test('RFC 3711, B.3 and RFC 6188, 7.3: the keys of a session', () => {
  expect(sessionKeys(MASTER_128, SUITES.AES_CM_128_HMAC_SHA1_80, 'rtp')).toEqual({
    encryption: hex('C61E7A93744F39EE10734AFE3FF7A087'),
    salt: hex('30CBBC08863D8C85D49DB34A9AE1'),
    authentication: hex('CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4'),
  });
  expect(sessionKeys(MASTER_256, SUITES.AES_256_CM_HMAC_SHA1_80, 'rtp')).toEqual({
    encryption: hex('5ba1064e30ec51613cad926c5a28ef731ec7fb397f70a960653caf06554cd8c4'),
    salt: hex('fa31791685ca444a9e07c6c64e93'),
    authentication: hex('fd9c32d39ed5fbb5a9dc96b30818454d1313dc05'),
  });
});

test('RFC 3711, B.2: the key stream of counter mode', () => {
  const keys = {
    encryption: hex('2B7E151628AED2A6ABF7158809CF4F3C'),
    salt: hex('F0F1F2F3F4F5F6F7F8F9FAFBFCFD'),
    authentication: Buffer.alloc(20),
  };
  const nothing = Buffer.alloc(0);
  const { encrypted } = seal(
    {
      keys,
      suite: SUITES.AES_CM_128_HMAC_SHA1_80,
      ssrc: 0,
      index: 0,
      header: nothing,
      trailer: nothing,
      tag: 10,
      additional: nothing,
    },
    Buffer.alloc(48),
  );
  expect(encrypted.toString('hex').toUpperCase()).toBe(
    'E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB41E95B3BB0A2E8DD477901E4FCA894C0',
  );
});

/** The session's own key and salt, without derivation. */
test.each([
  [
    SUITES.AEAD_AES_128_GCM,
    'f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833',
    '899d7f27beb16a9152cf765ee4390cce',
  ],
  [
    SUITES.AEAD_AES_256_GCM,
    '32b1de78a822fe12ef9f78fa332e33aab18012389a58e2f3b50b2a0276ffae0f1ba63799b87b',
    '7aa3db36dfffd6b0f9bb7878d7a76c13',
  ],
])('RFC 7714, 16.1.1 and 16.2.1: a packet of AES-GCM', (suite, body, proof) => {
  const header = hex('8040f17b8041f8d35501a0b2');
  const payload = hex('47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573');
  const sealing = {
    keys: {
      encryption: Buffer.from(Array.from({ length: suite.key }, (_, at) => at)),
      salt: hex('517569642070726f2071756f'),
      authentication: Buffer.alloc(0),
    },
    suite,
    ssrc: 0x5501a0b2,
    index: 0xf17b,
    header,
    trailer: Buffer.alloc(0),
    tag: 16,
    additional: header,
  };
  const { encrypted, tag } = seal(sealing, payload);
  expect([encrypted.toString('hex'), tag.toString('hex')]).toEqual([body, proof]);
  expect(unseal(sealing, encrypted, tag)).toEqual(payload);
});

const clear = hex('800f1234decafbadcafebabe abababababababababababababababab');

test.each([
  ['AES_CM_128_HMAC_SHA1_80', MASTER_128, '4e55dc4ce79978d88ca4d215949d2402 b78d6acc99ea179b8dbb'],
  ['AES_256_CM_HMAC_SHA1_80', MASTER_256, 'f1d9de17ff251ff1aa007774b0b4b40d a08d9d9a5b3a55d8873b'],
  [
    'AEAD_AES_128_GCM',
    hex('000102030405060708090a0b0c0d0e0f a0a1a2a3a4a5a6a7a8a9aaab'),
    'c5002ede04cfdd2eb91159e0880aa06e d2976826f796b201df3131a127e8a392',
  ],
] as const)("what libsrtp's own test has, by %s", (suite, master, sealed) => {
  const whole = Buffer.concat([clear.subarray(0, 12), hex(sealed)]);
  expect(new SrtpContext(suite, master).protect(clear)?.toString('hex')).toBe(whole.toString('hex'));
  expect(new SrtpContext(suite, master).unprotect(whole)).toEqual(clear);
});

test("a report of libsrtp's own test", () => {
  const plain = hex('81c8000bcafebabe abababababababababababababababab');
  const sealed = hex('81c8000bcafebabe 7128035be487b9bdbef89041f977a5a8 80000001 993e08cd54d6c1230798');
  expect(new SrtpContext('AES_CM_128_HMAC_SHA1_80', MASTER_128).protectReport(plain)).toEqual(sealed);
  expect(new SrtpContext('AES_CM_128_HMAC_SHA1_80', MASTER_128).unprotectReport(sealed)).toEqual(plain);
});

const suites = Object.keys(SUITES).flatMap((name) => suiteNamed(name) ?? []);

function pair(suite: SuiteName): readonly [SrtpContext, SrtpContext] {
  const master = Buffer.alloc(keyLength(suite), 7);
  return [new SrtpContext(suite, master), new SrtpContext(suite, master)];
}

function packet(sequence: number, payload = Buffer.alloc(160, 0xab)): Buffer {
  const header = hex('80000000 00000000 cafebabe');
  header.writeUInt16BE(sequence % 65_536, 2);
  return Buffer.concat([header, payload]);
}

test.each(suites)('%s: packets and reports come through, once, and not if a bit is turned over', (suite) => {
  const [ours, theirs] = pair(suite);
  const report = hex('81c8000bcafebabe 0123456789abcdef01234567');
  const sealed = ours.protect(packet(1)) ?? Buffer.alloc(0);
  const sealedReport = ours.protectReport(report) ?? Buffer.alloc(0);
  for (const [bytes, open] of [
    [sealed, (one: Buffer) => theirs.unprotect(one)],
    [sealedReport, (one: Buffer) => theirs.unprotectReport(one)],
  ] as const)
    for (let at = 0; at < bytes.length; at++) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(open(forged)).toBeNull();
    }
  expect([theirs.unprotect(sealed), theirs.unprotect(sealed)]).toEqual([packet(1), null]);
  expect([theirs.unprotectReport(sealedReport), theirs.unprotectReport(sealedReport)]).toEqual([report, null]);
  expect(sealed.length - packet(1).length).toBe(SUITES[suite].rtpTag);
});

test('numbers begin anew, packets are lost and change places: each comes through once', () => {
  const [ours, theirs] = pair('AES_CM_128_HMAC_SHA1_80');
  const sealed = Array.from({ length: 2_000 }, (_, at) => ours.protect(packet(65_000 + at, Buffer.of(at & 255))));
  const opened = (at: number): boolean => theirs.unprotect(sealed[at] ?? Buffer.alloc(0)) !== null;
  let missing = 0;
  for (let at = 0; at + 1 < sealed.length; at += 2) if (at % 100 !== 0 && !(opened(at + 1) && opened(at))) missing++;
  expect(missing).toBe(0);
  expect([opened(1_997), opened(1_000)]).toEqual([false, false]);
});

test('what is no SRTP at all is nothing, whatever its length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(...suites), (bytes, suite) => {
      const context = new SrtpContext(suite, Buffer.alloc(keyLength(suite)));
      const garbage = Buffer.from(bytes);
      expect([context.unprotect(garbage), context.unprotectReport(garbage)]).toEqual([null, null]);
    }),
  );
});
