import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  StreamFraming,
  type StreamPiece,
} from '../../../src-main/sip/stream-framing';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const message = (body: string, name = 'Content-Length'): string =>
  `MESSAGE sip:a SIP/2.0\r\nCall-ID: ä\r\n${name}: ${bytes(body).length}\r\n\r\n${body}`;

function read(framing: StreamFraming, chunk: Uint8Array): readonly StreamPiece[] {
  const result = framing.add(chunk);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

test('messages and keep-alives come out whole, wherever the stream is cut', () => {
  const texts = [
    message(''),
    message('grüß\r\n\r\nGott'),
    message('x'.repeat(20_000), 'l'),
    message('end', 'CONTENT-LENGTH '),
  ];
  const stream = bytes(`\r\n${texts[0]}\r\n\r\n${texts.slice(1).join('')}`);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 30 }), (cuts) => {
      const framing = new StreamFraming();
      const at = [0, ...cuts.sort((left, right) => left - right), stream.length];
      const pieces = at.slice(1).flatMap((end, index) => read(framing, stream.subarray(at[index], end)));
      expect(pieces.flatMap((piece) => (piece.kind === 'message' ? [piece.text] : []))).toEqual(texts);
    }),
  );
});

test('two empty lines ask, one answers', () => {
  const framing = new StreamFraming();
  const kinds = (text: string): readonly string[] => read(framing, bytes(text)).map(({ kind }) => kind);
  expect([kinds('\r\n\r\n'), kinds('\r\n'), kinds('\r'), kinds(`\n${message('')}`)]).toEqual([
    ['ping'],
    ['pong'],
    [],
    ['pong', 'message'],
  ]);
});

const endless = [
  ['no Content-Length', 'MESSAGE sip:a SIP/2.0\r\nCall-ID: 1\r\n\r\n', 'a message without Content-Length'],
  ['a negative one', 'MESSAGE sip:a SIP/2.0\r\nl: -1\r\n\r\n', 'a wrong Content-Length'],
  ['two that differ', 'MESSAGE sip:a SIP/2.0\r\nl: 1\r\nl: 2\r\n\r\n', 'a wrong Content-Length'],
  [
    'a body without end',
    `A sip:a SIP/2.0\r\nl: ${MAX_BODY_BYTES + 1}\r\n\r\n`,
    `a body of more than ${MAX_BODY_BYTES} bytes`,
  ],
  ['a header without end', 'x'.repeat(MAX_HEADER_BYTES + 1), `a header of more than ${MAX_HEADER_BYTES} bytes`],
] as const;

test.each(endless)('%s ends the stream', (_what, text, fault) => {
  const framing = new StreamFraming();
  expect(framing.add(bytes(text))).toEqual({ ok: false, error: fault });
  expect(framing.add(bytes(message('')))).toEqual({ ok: false, error: fault });
});

// A search that began anew with every byte would take hours.
test('a megabyte in single bytes is read in one go', { timeout: 30_000 }, () => {
  const framing = new StreamFraming();
  const stream = bytes(message('y'.repeat(60_000)).repeat(17));
  let found = 0;
  for (let at = 0; at < stream.length; at++) found += read(framing, stream.subarray(at, at + 1)).length;
  expect(found).toBe(17);
});
