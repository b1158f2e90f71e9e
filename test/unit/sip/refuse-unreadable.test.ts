import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../src-main/sip/refuse-unreadable';

const HEAD = [
  'OPTIONS sip:bob@example.org SIP/2.0',
  'v: SIP/2.0/WS one.invalid;branch=z9hG4bK1',
  'Via: SIP/2.0/WS two.invalid',
  '  ;branch=z9hG4bK2',
  'f: <<<>>>',
  'To: "Bob <sip:bob@example.org>',
  'i: 1@one.invalid',
  'CSEQ: 7',
  ' OPTIONS',
  'X-More: of no interest',
].join('\r\n');

describe('The answer to a request that no grammar reads', () => {
  test('has its Via, From, To, Call-ID and CSeq as they are, in long names, and a tag', () => {
    expect(refusalOf(HEAD, 'Bad Request')?.split('\r\n')).toEqual([
      'SIP/2.0 400 Bad Request',
      'Via: SIP/2.0/WS one.invalid;branch=z9hG4bK1',
      'Via: SIP/2.0/WS two.invalid ;branch=z9hG4bK2',
      'From: <<<>>>',
      'To: "Bob <sip:bob@example.org>;tag=unread',
      'Call-ID: 1@one.invalid',
      'CSeq: 7 OPTIONS',
      'Content-Length: 0',
      '',
      '',
    ]);
  });

  test('says so to another version, and keeps a tag that is there', () => {
    const other = HEAD.replace('SIP/2.0\r\n', 'SIP/7.0\r\n').replace('To: ', 'To: <sip:b@c> ; tag = x ');
    expect(
      refusalOf(other, 'Bad Request')
        ?.split('\r\n')
        .filter((line) => /^(SIP|To)/.test(line)),
    ).toEqual(['SIP/2.0 505 Version Not Supported', 'To: <sip:b@c> ; tag = x "Bob <sip:bob@example.org>']);
  });

  test.each([
    ['an ACK', HEAD.replace('OPTIONS sip', 'ACK sip')],
    ['a response', HEAD.replace(/^.*/, 'SIP/2.0 200 OK')],
    ['what is no SIP', HEAD.replace(/^.*/, 'GET / HTTP/1.1')],
    ['one without Via', HEAD.replace(/v: .*\r\nVia:.*\r\n.*\r\n/, '')],
    ['one without CSeq', HEAD.replace('CSEQ', 'X-Seq')],
    ['one with two of them', `${HEAD}\r\nCSeq: 8 OPTIONS`],
    ['one whose CSeq is no number', HEAD.replace('CSEQ: 7', 'CSeq: many')],
  ])('is none to %s', (_what, head) => {
    expect(refusalOf(head, 'Bad Request')).toBeUndefined();
  });

  test.each(['x', ' ', '\t', ':', '\r\n', '\r\n ', ';tag', 'v:', 'SIP/2.0 '])('64 KB of %j take no time', (piece) => {
    const began = process.cpuUsage();
    const long = piece.repeat(65_536 / piece.length);
    refusalOf(`${HEAD}\r\nTo: ${long}`, 'Bad Request');
    refusalOf(`OPTIONS ${long}`, 'Bad Request');
    // In microseconds of this process's own work: what else the machine does meanwhile does not count.
    expect(process.cpuUsage(began).user).toBeLessThan(200_000);
  });
});
