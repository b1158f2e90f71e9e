import { describe, expect, test } from 'vitest';
import { hasForeignBody, withSessionBody } from '../../../src-main/sip/session-body';

const SDP = 'v=0\r\ns=ü\r\n';
const message = (type: string, body: string): string =>
  ['INVITE sip:a@b SIP/2.0', 'i: 1', `c: ${type}`, `Content-Length: ${body.length}`, '', body].join('\r\n');
const read = (text: string) => {
  const [head = '', body] = text.split(/\r\n\r\n(.*)/s);
  return [/^content-type: (.*)$/im.exec(head)?.[1], /^content-length: (.*)$/im.exec(head)?.[1], body];
};

describe('A session description is found', () => {
  test.each([
    ['Application/SDP', SDP, SDP, '11'],
    ['application/sdp;charset=utf-8', SDP, SDP, '11'],
    ['APPLICATION/sdp ; x="a;b"', SDP, SDP, '11'],
    [
      'multipart/mixed;boundary=b1',
      `--b1\r\nContent-Type: application/sdp\r\n\r\n${SDP}--b1\r\nContent-Type: application/pidf+xml\r\n\r\n<presence/>\r\n--b1--`,
      SDP,
      '11',
    ],
    [
      'Multipart/Alternative; x=y; boundary="b 1"',
      `preamble\r\n--b 1\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b 1\r\nContent-Disposition: session\r\nc: Application/SDP; x=y\r\n\r\n${SDP}--b 1--\r\n`,
      SDP,
      '11',
    ],
  ])('%s', (type, body, sdp, length) => {
    expect(read(withSessionBody(message(type, body)))).toEqual(['application/sdp', length, sdp]);
  });
});

test('any other message stays as it is', () => {
  const others = [
    message('application/sdp', SDP),
    message('text/plain', 'hi'),
    message('multipart/mixed', SDP),
    message('multipart/mixed;boundary=b', `--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b--`),
    'OPTIONS sip:a@b SIP/2.0\r\n\r\n',
    'no message',
  ];
  expect(others.map(withSessionBody)).toEqual(others);
});

test('a body that is no session is foreign, none at all is not', () => {
  expect([
    hasForeignBody('text/plain', 'hi'),
    hasForeignBody('application/sdp', SDP),
    hasForeignBody('text/plain', ''),
    hasForeignBody(undefined, ''),
  ]).toEqual([true, false, false, false]);
});
