import { expect, test } from 'vitest';
import { headerOf, readMessage, writeMessage } from '../../../src-main/sip/message-text';
import { parameterOf, seenAt, topVia, withParameter, withSource, withTopVia } from '../../../src-main/sip/via';

const HEADERS = ['Via: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK1', 'Call-ID: a@b', 'CSeq: 1 OPTIONS'];

const request = (...headers: readonly string[]): string =>
  ['OPTIONS sip:1001@pbx.test SIP/2.0', ...headers, '', ''].join('\r\n');

test('a message is read with its headers in order, folded and short ones too, and written as it was', () => {
  const message = readMessage(
    request('v: SIP/2.0/TCP a;branch=z9', 'Subject: one', ' and two', 'i:x', 'no header at all'),
  );
  expect(message).toEqual({
    startLine: 'OPTIONS sip:1001@pbx.test SIP/2.0',
    headers: [
      { name: 'v', value: 'SIP/2.0/TCP a;branch=z9' },
      { name: 'Subject', value: 'one and two' },
      { name: 'i', value: 'x' },
    ],
    body: '',
  });
  expect(message && [headerOf(message, 'via'), headerOf(message, 'call-id'), headerOf(message, 'to')]).toEqual([
    'SIP/2.0/TCP a;branch=z9',
    'x',
    null,
  ]);
  const plain = `${request(...HEADERS)}a body\r\n\r\nwith an empty line`;
  const again = readMessage(plain);
  expect(again && writeMessage(again)).toBe(plain);
});

test('line ends without CR are read, and what is not SIP is not', () => {
  expect(readMessage('SIP/2.0 200 OK\nVia: SIP/2.0/UDP a\n\nbody')?.body).toBe('body');
  expect(
    ['', '\r\n', 'GET / HTTP/1.1\r\n\r\n', 'SIP/2.0 OK\r\n\r\n', 'REGISTER sip:a SIP/3.0\r\n\r\n'].map(readMessage),
  ).toEqual([null, null, null, null, null]);
});

test('of several Vias in one header the first is changed, the rest stays', () => {
  const message = readMessage(
    request('Via: SIP / 2.0 / UDP [2001:db8::1] : 5060 ;rport;branch="a,b" , SIP/2.0/TCP b;branch=2'),
  );
  const via = message && topVia(message);
  expect(via).toEqual({ transport: 'UDP', sentBy: '[2001:db8::1]:5060', parameters: ['rport', 'branch="a,b"'] });
  if (!message || !via) throw new Error('not read');
  expect(headerOf(withTopVia(message, { ...withParameter(via, 'rport', '7'), transport: 'TLS' }), 'via')).toBe(
    'SIP/2.0/TLS [2001:db8::1]:5060;rport=7;branch="a,b", SIP/2.0/TCP b;branch=2',
  );
});

test('RFC 3581: a server writes where a request came from, and a client reads it', () => {
  const via = { transport: 'UDP', sentBy: '10.1.1.1:4540', parameters: ['rport', 'branch=z9hG4bKkjshdyff'] };
  const noted = withSource(via, { host: '192.0.2.1', port: 9988 });
  expect(noted.parameters).toEqual(['rport=9988', 'branch=z9hG4bKkjshdyff', 'received=192.0.2.1']);
  expect(seenAt(noted)).toEqual({ host: '192.0.2.1', port: 9988 });
  expect([seenAt(via), parameterOf(via, 'rport'), parameterOf(via, 'maddr')]).toEqual([null, '', null]);
});

test('RFC 3261, 18.2.1: without rport the address is noted only where it differs', () => {
  const via = { transport: 'TCP', sentBy: '10.1.1.1', parameters: [] };
  expect(withSource(via, { host: '10.1.1.1', port: 5060 }).parameters).toEqual([]);
  expect(withSource(via, { host: '10.1.1.2', port: 5060 }).parameters).toEqual(['received=10.1.1.2']);
});

// A reading that goes back at every letter would take minutes.
test('a header of sixty thousand blanks, commas or quotes is read in one go', { timeout: 20_000 }, () => {
  for (const filler of [' ', ':', ',', ';', '"', '\\"'])
    for (const name of ['Via', 'Contact', 'CSeq']) {
      const message = readMessage(request(`${name}: SIP/2.0/UDP a;x=${filler.repeat(60_000)}`));
      expect(message?.headers).toHaveLength(1);
      if (message) topVia(message);
    }
});
