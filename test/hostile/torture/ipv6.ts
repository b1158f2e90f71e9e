import { OFFER, type TortureMessage, torture } from './torture-message.ts';

const REGISTER = 'REGISTER sip:[2001:db8::10] SIP/2.0';
const VIA = 'Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111';

/** RFC 5118: addresses of IPv6, and what is taken for one. */
export const IPV6: readonly TortureMessage[] = [
  {
    name: 'ipv6-good',
    section: '4.1',
    about: 'an address in brackets',
    atServer: 401,
    message: torture(REGISTER, [
      VIA,
      'From: <sip:user@example.org>;tag=81x2',
      'Contact: "Caller" <sip:caller@[2001:db8::1]>',
    ]),
  },
  {
    name: 'ipv6-bad',
    section: '4.2',
    about: 'an address without brackets',
    atServer: 400,
    message: torture('REGISTER sip:2001:db8::10 SIP/2.0', [VIA]),
  },
  {
    name: 'port-ambiguous',
    section: '4.3',
    about: 'what looks like a port belongs to the address',
    atServer: 401,
    message: torture('REGISTER sip:[2001:db8::10:5070] SIP/2.0', [VIA]),
  },
  {
    name: 'port-unambiguous',
    section: '4.4',
    about: 'a port behind the brackets',
    atServer: 401,
    message: torture('REGISTER sip:[2001:db8::10]:5070 SIP/2.0', [VIA]),
  },
  {
    name: 'via-received-param-with-delim',
    section: '4.5',
    about: 'received in brackets, as many write it and the grammar does not have it: be liberal',
    atServer: 200,
    message: torture('OPTIONS sip:[2001:db8::10] SIP/2.0', [
      'Via: SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-111',
    ]),
  },
  {
    name: 'via-received-param-no-delim',
    section: '4.5',
    about: 'received without brackets',
    atServer: 200,
    message: torture('OPTIONS sip:[2001:db8::10] SIP/2.0', [
      'Via: SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas3',
    ]),
  },
  {
    name: 'ipv6-in-sdp',
    section: '4.6',
    about: 'media at an address of IPv6',
    atServer: 407,
    message: torture(
      'INVITE sip:user@[2001:db8::10] SIP/2.0',
      [VIA, 'Contact: <sip:caller@[2001:db8::20]>'],
      OFFER.replaceAll('IP4 192.0.2.1', 'IP6 2001:db8::20'),
    ),
  },
  {
    name: 'mult-ip-in-header',
    section: '4.7',
    about: 'hops of both families',
    atServer: 200,
    message: torture('OPTIONS sip:user@host.example.org SIP/2.0', [
      'Via: SIP/2.0/UDP [2001:db8::9:1]:6050;branch=z9hG4bKas3-111',
      'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144',
      'Via: SIP/2.0/TCP [2001:db8::9:255];branch=z9hG4bK451jj;received=192.0.2.200',
    ]),
  },
  {
    name: 'mult-ip-in-sdp',
    section: '4.8',
    about: 'media at addresses of both families',
    atServer: 407,
    message: torture(
      'INVITE sip:user@[2001:db8::10] SIP/2.0',
      [VIA],
      `${OFFER}m=video 5000 RTP/AVP 31\r\nc=IN IP6 2001:db8::1\r\n`,
    ),
  },
  {
    name: 'ipv4-mapped-ipv6',
    section: '4.9',
    about: 'an address of IPv4 that is written as one of IPv6',
    atServer: 407,
    message: torture(
      'INVITE sip:user@example.org SIP/2.0',
      [
        'Via: SIP/2.0/UDP [::ffff:192.0.2.10]:19823;branch=z9hG4bKbh19',
        'Contact: "T. desk phone" <sip:ted@[::ffff:192.0.2.2]>',
      ],
      OFFER.replace('c=IN IP4 192.0.2.1', 'c=IN IP6 ::ffff:192.0.2.2'),
    ),
  },
  {
    name: 'ipv6-bug-abnf-3-colons',
    section: '4.10',
    about: 'three colons, which the grammar of RFC 3261 made by mistake: a parser may take it',
    atServer: 400,
    message: torture('OPTIONS sip:user@[2001:db8:::192.0.2.1] SIP/2.0', [
      'Via: SIP/2.0/UDP [2001:db8:::192.0.2.1];branch=z9hG4bKas3-111',
    ]),
  },
];
