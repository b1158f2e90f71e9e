import { expect, test } from 'vitest';
import { headerOf, type SipMessage, writeMessage } from '../../../src-main/sip/message-text';
import { type OwnAddresses, PageAddresses } from '../../../src-main/sip-transport/page-addresses';
import { answerTo, request, response } from '../../support/sip-text/sip-text';

const LOCAL = { host: '10.0.0.5', port: 40_000 };
const UDP: OwnAddresses = {
  via: { transport: 'UDP', local: LOCAL },
  contact: { transport: 'UDP', at: { host: '203.0.113.7', port: 61_000 } },
};

const headers = (message: SipMessage | null, ...names: readonly string[]) =>
  names.map((name) => message && headerOf(message, name));

const page = { more: ['Contact: "A" <sip:abc@page.invalid;transport=ws;ob>;expires=60, <sip:abc@elsewhere.test>'] };

test("the socket's address is written into Via, and what the server sees into the page's Contact alone", () => {
  const written = new PageAddresses().toNetwork(request('REGISTER', page), UDP);
  expect(headers(written, 'via', 'contact')).toEqual([
    'SIP/2.0/UDP 10.0.0.5:40000;branch=z9hG4bK1;rport',
    '"A" <sip:abc@203.0.113.7:61000;ob>;expires=60, <sip:abc@elsewhere.test>',
  ]);
});

test('by TLS from an IPv6 address', () => {
  const at = { host: '2001:db8::5', port: 40_000 };
  const own: OwnAddresses = { via: { transport: 'TLS', local: at }, contact: { transport: 'TLS', at } };
  expect(headers(new PageAddresses().toNetwork(request('REGISTER', page), own), 'via', 'contact')).toEqual([
    'SIP/2.0/TLS [2001:db8::5]:40000;branch=z9hG4bK1;rport',
    '"A" <sip:abc@[2001:db8::5]:40000;transport=tls;ob>;expires=60, <sip:abc@elsewhere.test>',
  ]);
});

test("a response comes back with the page's own Via, and says where the server has seen us", () => {
  const addresses = new PageAddresses();
  const sent = addresses.toNetwork(request('REGISTER'), UDP);
  const answered = answerTo(sent ? writeMessage(sent) : '', 401).replace('rport', 'received=203.0.113.7;rport=61000');
  const { text, seen, transport } = addresses.toPage(answered);
  expect([seen, transport]).toEqual([{ host: '203.0.113.7', port: 61_000 }, 'UDP']);
  expect(text).toContain('Via: SIP/2.0/UDP page.invalid;branch=z9hG4bK1;received=203.0.113.7;rport=61000\r\n');
});

test('requests of others come through as they are, and our responses to them keep their Via', () => {
  const addresses = new PageAddresses();
  expect(addresses.toPage(request('INVITE')).text).toBe(request('INVITE'));
  addresses.toNetwork(request('REGISTER'), UDP);
  const foreign = response(200, 'INVITE', { more: ['Contact: <sip:abc@page.invalid;transport=ws>'] }).replace(
    'WS page',
    'UDP pbx',
  );
  expect(headers(addresses.toNetwork(foreign, UDP), 'via', 'contact')).toEqual([
    'SIP/2.0/UDP pbx.invalid;branch=z9hG4bK1',
    '<sip:abc@203.0.113.7:61000>',
  ]);
  expect(addresses.toNetwork('nonsense', UDP)).toBeNull();
});
