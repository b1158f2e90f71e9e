import { expect, test } from 'vitest';
import { bindingRequest, isStun, readBinding } from '../../../src-main/sip-transport/channel/stun';

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex');
const TRANSACTION = bytes('b7e7a701 bc34d686 fa87dfae');

/** RFC 5769 section 2.2 and 2.3. */
const IPV4 = bytes(`0101003c 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374 20766563 746f7220
  00200008 0001a147 e112a643 00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7 80280004 c07d4c96`);
const IPV6 = bytes(`01010048 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374 20766563 746f7220
  00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9 00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41 80280004 c8fb0b4c`);

test("RFC 5769's answers say where the server sees us", () => {
  expect([IPV4, IPV6].map((answer) => readBinding(answer, TRANSACTION))).toEqual([
    { host: '192.0.2.1', port: 32_853 },
    { host: '2001:db8:1234:5678:11:2233:4455:6677', port: 32_853 },
  ]);
});

test('an answer to another question, or half an answer, is none', () => {
  expect(readBinding(IPV4, Buffer.alloc(12))).toBeNull();
  for (let length = 0; length < 48; length++) expect(readBinding(IPV4.subarray(0, length), TRANSACTION)).toBeNull();
});

test('a question is STUN, and SIP is not', () => {
  expect([isStun(bindingRequest(TRANSACTION)), isStun(Buffer.from('SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a'))]).toEqual([
    true,
    false,
  ]);
});
