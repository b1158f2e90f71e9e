import { Core } from 'sip.js';
import { expect, test } from 'vitest';
import { statusFromFar } from '../../../../src-renderer/line/sip-js-fixes/answer-from-far';

test('a status is the far end’s only where the answer came over a wire', () => {
  const received = new Core.IncomingResponseMessage();
  received.statusCode = 503;
  received.addHeader('Via', 'SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK1');
  const made = new Core.IncomingResponseMessage();
  made.statusCode = 503;
  expect([statusFromFar(received), statusFromFar(made)]).toEqual([503, null]);
});
