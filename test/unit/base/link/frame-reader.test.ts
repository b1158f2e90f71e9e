import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameReader } from '../../../../src-main/base/link/frame-reader';

const BODY = 65_536;
const take = (text: string) => {
  const reader = new FrameReader(BODY);
  const taken = reader.take(Buffer.from(text));
  return taken.ok ? { bodies: taken.value.map(String), isUnderWay: reader.isUnderWay } : taken.error;
};
const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test('frames are read as they come, in whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (bodies, size) => {
      const reader = new FrameReader(BODY);
      const bytes = Buffer.from(bodies.map(frame).join(''));
      const found: string[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        const taken = reader.take(bytes.subarray(at, at + size));
        if (taken.ok) found.push(...taken.value.map(String));
      }
      expect([found, reader.isUnderWay]).toEqual([bodies, false]);
    }),
  );
});

const NO_LENGTH = 'sends a header without one Content-Length that is a number';
test.each([
  ['a browser', 'POST / HTTP/1.1\r\n', 'speaks HTTP'],
  ['SIP', 'OPTIONS sip:a SIP/2.0\r\n', 'sends no header'],
  ['an empty header', '\r\n', 'sends no header'],
  ['no length', 'Content-Type: a\r\n\r\n', NO_LENGTH],
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}', NO_LENGTH],
  ['a negative length', 'Content-Length: -1\r\n\r\n', NO_LENGTH],
  ['a hexadecimal length', 'Content-Length: 0x10\r\n\r\n', NO_LENGTH],
  ['an endless number', `Content-Length: ${'9'.repeat(400)}\r\n\r\n`, NO_LENGTH],
  ['a giant', 'Content-Length: 4000000000\r\n\r\n', 'announces 4000000000 bytes, and may send 65536'],
  ['a header that never ends', `A: ${'b'.repeat(5000)}`, 'sends a header of more than 4096 bytes'],
])('%s is the end of it', (_name, text, fault) => {
  expect(take(text)).toBe(fault);
});

test('a frame that is not whole is under way', () => {
  expect(take(`${frame('{}')}Content-Length: 4\r\n\r\n{`)).toEqual({ bodies: ['{}'], isUnderWay: true });
});
