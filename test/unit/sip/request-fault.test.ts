import { describe, expect, test } from 'vitest';
import { requestFault } from '../../../src-main/sip/request-fault';

const HEADERS = [
  'Via: SIP/2.0/WS proxy_1:8080 ; branch = z9hG4bK1',
  'f: Smith, John <sip:1002@019f9ae299f5>;tag=1',
  'To: <sip:1001@peer.test>',
  'i: 1@pbx',
  'CSeq: 1',
  ' INVITE',
  'm: <sip:1002@pbx_1>',
];
const head = (start: string, ...more: readonly string[]): string => [start, ...HEADERS, ...more].join('\r\n');
const INVITE = 'INVITE sip:1001@192.0.2.1;ob SIP/2.0';

test('a request that can be understood is in order, also where the grammar has it otherwise', () => {
  expect([
    requestFault(head(INVITE, 'Max-Forwards: 70', 'Content-Length: 0')),
    requestFault('ACK nobody SIP/2.0'),
    requestFault(head('INVITE sip:a?b@host_1 SIP/2.0')),
    requestFault(head('BYE sip:a@b SIP/2.0', 'Contact: *').replace('1\r\n INVITE', '1 BYE')),
  ]).toEqual([null, null, null, null]);
});

describe('What is wrong is said', () => {
  test.each([
    ['Version Not Supported', head('INVITE sip:a@b SIP/3.0')],
    ['Unsupported URI Scheme', head('INVITE urn:service:sos SIP/2.0')],
    ['Bad Request-URI', head('INVITE <sip:a@b> SIP/2.0')],
    ['Bad Request-URI', head('INVITE  sip:a@b SIP/2.0')],
    ['Bad Request-URI', head('INVITE sip:a@b SIP/2.0 ')],
    ['Bad Request-URI', head('INVITE sip:a@b?Subject=x SIP/2.0')],
    ['Missing to', head(INVITE).replace(/To: .*\r\n/, '')],
    ['More Than One from', head(INVITE, 'From: <sip:b@c>;tag=2')],
    ['Missing Via Branch', head(INVITE).replace(' ; branch = z9hG4bK1', ';;,;,, SIP/2.0/WS b;branch=1')],
    ['Missing From Tag', head(INVITE).replace(';tag=1', '')],
    ['CSeq Out Of Range', head(INVITE).replace('CSeq: 1', 'CSeq: 2147483648')],
    ['CSeq Of Another Method', head('MESSAGE sip:a@b SIP/2.0')],
    ['Max-Forwards Out Of Range', head(INVITE, 'Max-Forwards: 300')],
    ['Bad Content-Length', head(INVITE, 'l: -999')],
    ['Bad Contact', head(INVITE).replace('m: <sip:1002@pbx_1>', 'Contact: <name:John_Smith>')],
    ['Bad Contact', head(INVITE).replace('m: <sip:1002@pbx_1>', 'Contact: <tel:+15550100>')],
  ])('%s', (reason, text) => {
    expect(requestFault(text)?.reason).toBe(reason);
  });
});
